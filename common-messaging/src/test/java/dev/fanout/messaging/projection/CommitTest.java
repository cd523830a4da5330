package dev.fanout.messaging.projection;

import static dev.fanout.messaging.projection.CountByUser.ordersOf;
import static dev.fanout.messaging.projection.CountByUser.sumOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.events.OrderCreated;
import dev.fanout.messaging.pipeline.Delivery;
import dev.fanout.messaging.pipeline.Disposition;
import dev.fanout.messaging.pipeline.Disposition.Done;
import dev.fanout.messaging.pipeline.Disposition.Retry;
import dev.fanout.messaging.store.EffectStore.Cause;
import dev.fanout.messaging.store.EffectStore.Outcome;
import dev.fanout.messaging.store.EffectsUnavailable;
import dev.fanout.messaging.store.Writes;
import dev.fanout.testing.Needs;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Commits that meet crashes, other instances and a busy DynamoDB. */
@Needs
class CommitTest {
    private static final Done DONE = new Done(false);

    private final Workshop workshop = new Workshop();
    private final Faults effects = new Faults(workshop.effects(1));
    private final ProjectionPipeline pipeline = workshop.pipeline(new CountByUser(), effects);

    @Test
    void a_crash_before_the_commit_loses_nothing() throws Exception {
        effects.crashBefore();
        var orders = workshop.deliveries(Orders.of("tea", 1), Orders.of("milk", 1));
        assertThatThrownBy(() -> pipeline.receive(orders)).isInstanceOf(Faults.Crash.class);
        assertThat(ordersOf(workshop.state(), 1)).isEmpty();
        assertThat(workshop.pipeline(new CountByUser()).receive(orders)).containsOnly(DONE);
        assertThat(ordersOf(workshop.state(), 1)).containsExactly("tea", "milk");
    }

    @Test
    void a_crash_after_the_commit_doubles_nothing() throws Exception {
        effects.crashAfter();
        var orders = workshop.deliveries(Orders.of("tea", 1), Orders.of("milk", 1));
        assertThatThrownBy(() -> pipeline.receive(orders)).isInstanceOf(Faults.Crash.class);
        assertThat(workshop.pipeline(new CountByUser()).receive(orders)).containsOnly(new Done(true));
        assertThat(ordersOf(workshop.state(), 1)).containsExactly("tea", "milk");
        assertThat(sumOf(workshop.state(), 1)).isEqualTo(2);
    }

    @Test
    void what_another_instance_wrote_in_between_is_folded_in() throws Exception {
        var other = workshop.pipeline(new CountByUser());
        effects.before(() -> receive(other, Orders.of("theirs", 1)));
        pipeline.receive(workshop.deliveries(Orders.of("ours", 1)));
        assertThat(ordersOf(workshop.state(), 1)).containsExactly("theirs", "ours");
    }

    @Test
    void an_event_that_another_instance_did_in_between_is_left_out_and_the_rest_is_done() throws Exception {
        var other = workshop.pipeline(new CountByUser());
        var shared = Orders.of("shared", 1);
        effects.before(() -> receive(other, shared));
        var dispositions = pipeline.receive(workshop.deliveries(Orders.of("first", 1), shared, Orders.of("last", 2)));
        assertThat(dispositions).containsExactly(DONE, new Done(true), DONE);
        assertThat(ordersOf(workshop.state(), 1)).containsExactly("shared", "first");
        assertThat(sumOf(workshop.state(), 1)).isEqualTo(2);
    }

    @Test
    void meeting_another_transaction_is_no_attempt() throws Exception {
        var order = Orders.of("tea", 1);
        for (int i = 0; i < 5; i++) effects.cancel(new Cause.Contended());
        assertThat(pipeline.receive(workshop.deliveries(order))).containsExactly(DONE);
        assertThat(workshop.status(order, "attempts")).isEmpty();
        assertThat(ordersOf(workshop.state(), 1)).containsExactly("tea");
    }

    @Test
    void throttling_is_waited_out_and_no_attempt() throws Exception {
        var order = Orders.of("tea", 1);
        effects.cancel(new Cause.Throttled()).cancel(new Cause.Throttled());
        assertThat(pipeline.receive(workshop.deliveries(order))).containsExactly(DONE);
        assertThat(workshop.pauses).hasSize(2);
        assertThat(workshop.status(order, "attempts")).isEmpty();
    }

    @Test
    void who_never_gets_through_comes_back_later_without_an_attempt() throws Exception {
        var order = Orders.of("tea", 1);
        for (int i = 0; i < 20; i++) effects.cancel(new Cause.Contended());
        assertThat(pipeline.receive(workshop.deliveries(order))).hasOnlyElementsOfType(Retry.class);
        assertThat(workshop.status(order, "attempts")).isEmpty();
    }

    @Test
    void a_reason_none_proves_nothing() throws Exception {
        effects.cancel(new Cause.None());
        assertThat(pipeline.receive(workshop.deliveries(Orders.of("tea", 1)))).containsExactly(DONE);
        assertThat(sumOf(workshop.state(), 1)).isEqualTo(1);
    }

    @Test
    void a_refusal_without_reasons_is_halved_until_it_is_alone() throws Exception {
        effects.answer(new Outcome.Invalid("something")).answer(new Outcome.Invalid("something"));
        var orders = new OrderCreated[] {Orders.of("a", 1), Orders.of("b", 2), Orders.of("c", 3), Orders.of("d", 4)};
        assertThat(pipeline.receive(workshop.deliveries(orders))).containsOnly(DONE);
        assertThat(effects.commits.stream().map(CommitTest::markers)).containsExactly(4, 2, 1, 1, 2);
    }

    @Test
    void without_dynamodb_everything_comes_back_later_and_no_attempt_is_charged() throws Exception {
        var order = Orders.of("tea", 1);
        effects.next(_ -> { throw new EffectsUnavailable(new RuntimeException("no answer")); });
        assertThat(pipeline.receive(workshop.deliveries(order, Orders.of("milk", 2))))
                .hasOnlyElementsOfType(Retry.class);
        assertThat(workshop.status(order, "attempts")).isEmpty();
        assertThat(pipeline.receive(workshop.deliveries(order))).containsExactly(DONE);
    }

    @Test
    void instances_side_by_side_count_right() throws Exception {
        var work = new ArrayList<Callable<List<Disposition>>>();
        for (int instance = 0; instance < 4; instance++) {
            var own = workshop.pipeline(new CountByUser(), workshop.effects(instance));
            for (int batch = 0; batch < 5; batch++) {
                var name = instance + "-" + batch + "-";
                work.add(() -> {
                    synchronized (own) {
                        return retryAll(own, workshop.deliveries(Orders.of(name + 1, 1), Orders.of(name + 2, 1)));
                    }
                });
            }
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var future : threads.invokeAll(work)) assertThat(future.get()).containsOnly(DONE);
        }
        assertThat(ordersOf(workshop.state(), 1)).hasSize(40).doesNotHaveDuplicates();
        assertThat(sumOf(workshop.state(), 1)).isEqualTo(40);
    }

    private static List<Disposition> retryAll(ProjectionPipeline pipeline, List<Delivery> deliveries)
            throws InterruptedException {
        var dispositions = pipeline.receive(deliveries);
        while (dispositions.stream().anyMatch(Retry.class::isInstance)) dispositions = pipeline.receive(deliveries);
        return dispositions.stream().<Disposition>map(_ -> DONE).toList();
    }

    private void receive(ProjectionPipeline other, OrderCreated order) {
        try {
            other.receive(workshop.deliveries(order));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int markers(Writes writes) {
        return (int) writes.all().stream().filter(Writes.Marker.class::isInstance).count();
    }
}
