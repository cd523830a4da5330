package dev.fanout.messaging.projection;

import static dev.fanout.messaging.projection.CountByUser.ordersOf;
import static dev.fanout.messaging.projection.CountByUser.sumOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.events.OrderCreated;
import dev.fanout.events.ViewRecorded;
import dev.fanout.messaging.EventTimes;
import dev.fanout.messaging.pipeline.Disposition;
import dev.fanout.messaging.pipeline.Disposition.DeadLetter;
import dev.fanout.messaging.pipeline.Disposition.Done;
import dev.fanout.messaging.pipeline.Disposition.Reason;
import dev.fanout.messaging.retry.Backoff;
import dev.fanout.testing.Needs;
import dev.fanout.topology.Retention;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@Needs
class ProjectionPipelineTest {
    private static final Done DONE = new Done(false);
    private static final Done DUPLICATE = new Done(true);

    private final Workshop workshop = new Workshop();
    private final Faults effects = new Faults(workshop.effects(1));
    private final ProjectionPipeline pipeline = workshop.pipeline(new CountByUser(), effects);

    @Test
    void an_event_has_its_effect_and_is_marked_done() throws Exception {
        var order = Orders.of("tea", 1);
        assertThat(pipeline.receive(workshop.deliveries(order))).containsExactly(DONE);
        assertThat(ordersOf(workshop.state(), 1)).containsExactly("tea");
        assertThat(sumOf(workshop.state(), 1)).isEqualTo(1);
        assertThat(workshop.isMarkedDone(order)).isTrue();
    }

    @Test
    void an_event_that_comes_again_has_no_second_effect() throws Exception {
        var order = workshop.deliveries(Orders.of("tea", 1));
        pipeline.receive(order);
        assertThat(workshop.pipeline(new CountByUser()).receive(order)).containsExactly(DUPLICATE);
        assertThat(ordersOf(workshop.state(), 1)).containsExactly("tea");
        assertThat(sumOf(workshop.state(), 1)).isEqualTo(1);
    }

    @Test
    void a_repetition_that_is_remembered_costs_no_commit() throws Exception {
        var order = workshop.deliveries(Orders.of("tea", 1));
        pipeline.receive(order);
        assertThat(pipeline.receive(order)).containsExactly(DUPLICATE);
        assertThat(effects.commits).hasSize(1);
    }

    @Test
    void an_event_twice_in_one_group_counts_once() throws Exception {
        var order = Orders.of("tea", 1);
        assertThat(pipeline.receive(workshop.deliveries(order, Orders.of("milk", 1), order)))
                .containsExactly(DONE, DONE, DUPLICATE);
        assertThat(ordersOf(workshop.state(), 1)).containsExactly("tea", "milk");
    }

    @Test
    void a_known_id_with_another_content_is_parked() throws Exception {
        var id = UUID.randomUUID();
        var first = Orders.of(id, "tea", 1, Workshop.NOON);
        var other = Orders.of(id, "coffee", 1, Workshop.NOON);
        assertThat(reasons(pipeline.receive(workshop.deliveries(first, other)))).containsExactly(Reason.CONFLICT);
        var elsewhere = workshop.pipeline(new CountByUser()).receive(workshop.deliveries(other));
        assertThat(reasons(elsewhere)).containsExactly(Reason.CONFLICT);
        assertThat(ordersOf(workshop.state(), 1)).containsExactly("tea");
    }

    @Test
    void what_cannot_be_read_is_parked_with_its_reason_and_its_neighbours_are_done() throws Exception {
        var good = workshop.deliveries(Orders.of("tea", 1)).getFirst();
        var wrongType = Workshop.delivery(good.body().replace("\"user_id\":1", "\"user_id\":\"one\""));
        var view = workshop.deliveries(
                        new ViewRecorded(UUID.randomUUID(), "host", "content", "ad", Workshop.NOON, null))
                .getFirst();
        var dispositions = pipeline.receive(List.of(Workshop.delivery("not json"), wrongType, view, good));
        assertThat(reasons(dispositions)).containsExactly(Reason.UNREADABLE, Reason.UNREADABLE, Reason.UNREADABLE);
        assertThat(((DeadLetter) dispositions.get(1)).detail()).startsWith("$.user_id: ");
        assertThat(((DeadLetter) dispositions.get(2)).detail()).isEqualTo("view.recorded is not told on this topic");
        assertThat(dispositions.get(3)).isEqualTo(DONE);
    }

    @Test
    void an_event_older_than_the_markers_is_parked() throws Exception {
        var old = Workshop.NOON.minus(Retention.MARKER).minusSeconds(1);
        var dispositions = pipeline.receive(workshop.deliveries(Orders.of(UUID.randomUUID(), "tea", 1, old)));
        assertThat(reasons(dispositions)).containsExactly(Reason.TOO_OLD);
        assertThat(effects.commits).isEmpty();
    }

    @Test
    void an_event_from_too_far_ahead_is_parked() throws Exception {
        var limit = Workshop.NOON.plus(EventTimes.USUAL.maxAhead());
        var ahead = Orders.of(UUID.randomUUID(), "tea", 1, limit.plusMillis(1));
        assertThat(reasons(pipeline.receive(workshop.deliveries(ahead)))).containsExactly(Reason.TOO_FAR_AHEAD);
        assertThat(effects.commits).isEmpty();
        var inTime = Orders.of(UUID.randomUUID(), "tea", 1, limit);
        assertThat(pipeline.receive(workshop.deliveries(inTime))).containsExactly(DONE);
    }

    @Test
    void a_popular_item_is_written_once_a_group() throws Exception {
        var orders = new ArrayList<OrderCreated>();
        for (int i = 0; i < 90; i++) orders.add(Orders.of("order-" + i, 1));
        pipeline.receive(workshop.deliveries(orders.toArray(OrderCreated[]::new)));
        assertThat(ordersOf(workshop.state(), 1)).hasSize(90);
        assertThat(effects.commits).hasSize(1);
    }

    @Test
    void more_events_than_a_transaction_holds_are_committed_in_several() throws Exception {
        var orders = new ArrayList<OrderCreated>();
        for (int i = 0; i < 120; i++) orders.add(Orders.of("order-" + i, i + 1));
        var dispositions = pipeline.receive(workshop.deliveries(orders.toArray(OrderCreated[]::new)));
        assertThat(dispositions).containsOnly(DONE);
        assertThat(effects.commits).allSatisfy(commit -> assertThat(commit.all()).hasSizeLessThanOrEqualTo(100));
        for (int user = 1; user <= 120; user++) assertThat(sumOf(workshop.state(), user)).isEqualTo(1);
    }

    @Test
    void delays_double_up_to_their_limit_and_vary_by_chance() {
        var backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), new java.util.Random(7));
        assertThat(backoff.after(1)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(backoff.after(4)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
        assertThat(backoff.after(1_000)).isBetween(Duration.ofSeconds(150), Duration.ofMinutes(5));
        assertThat(backoff.after(4)).isNotEqualTo(backoff.after(4));
    }

    private static List<Reason> reasons(List<Disposition> dispositions) {
        return dispositions.stream().filter(DeadLetter.class::isInstance)
                .map(disposition -> ((DeadLetter) disposition).reason()).toList();
    }
}
