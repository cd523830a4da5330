package dev.fanout.messaging.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.events.OrderEvent;
import dev.fanout.messaging.Action;
import dev.fanout.messaging.Changes;
import dev.fanout.messaging.pipeline.Delivery;
import dev.fanout.messaging.pipeline.Disposition;
import dev.fanout.messaging.pipeline.Disposition.Done;
import dev.fanout.messaging.pipeline.Disposition.Retry;
import dev.fanout.messaging.projection.Orders;
import dev.fanout.messaging.projection.Workshop;
import dev.fanout.testing.Needs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Several actions in hand: side by side, or one after the other. */
@Needs
class ActionReceiverTest {
    private static final Done DONE = new Done(false);

    private final Workshop workshop = new Workshop();
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final List<Delivery> extended = new CopyOnWriteArrayList<>();
    private final List<Runnable> beats = new CopyOnWriteArrayList<>();

    @Test
    void actions_of_a_group_run_in_order_and_wait_for_their_head() throws InterruptedException {
        try (var actions = new ActionReceiver(instance(event -> {
            if (event.orderId().startsWith("bad")) throw new IllegalArgumentException(event.orderId());
            return send(event);
        }))) {
            var dispositions = dispositions(actions.submit(List.of(
                    workshop.inGroup("a", Orders.of("first", 1)),
                    workshop.inGroup("a", Orders.of("bad", 1)),
                    workshop.inGroup("b", Orders.of("elsewhere", 1)),
                    workshop.inGroup("a", Orders.of("last", 1)))));
            assertThat(dispositions.get(0)).isEqualTo(DONE);
            assertThat(dispositions.get(1)).isInstanceOf(Retry.class).isEqualTo(dispositions.get(3));
            assertThat(dispositions.get(2)).isEqualTo(DONE);
            assertThat(sent).containsExactlyInAnyOrder("first", "elsewhere");
        }
    }

    @Test
    void who_is_done_waits_for_no_slower_one() throws InterruptedException {
        var others = new CountDownLatch(1);
        try (var actions = new ActionReceiver(instance(event -> {
            if (event.orderId().equals("slow")) others.await();
            return send(event);
        }))) {
            var found = actions.submit(workshop.deliveries(Orders.of("slow", 1), Orders.of("quick", 1)));
            assertThat(found.getLast().join()).isEqualTo(DONE);
            assertThat(found.getFirst()).isNotDone();
            others.countDown();
            assertThat(found.getFirst().join()).isEqualTo(DONE);
        }
    }

    @Test
    void those_that_wait_for_their_turn_in_a_group_are_kept_too_until_it_comes() throws InterruptedException {
        var group = List.of(
                workshop.inGroup("a", Orders.of("first", 1)),
                workshop.inGroup("a", Orders.of("second", 1)),
                workshop.inGroup("a", Orders.of("third", 1)));
        var kept = new ArrayList<List<Delivery>>();
        try (var actions = new ActionReceiver(instance(event -> {
            extended.clear();
            // of the group, not of the action itself
            beats.getFirst().run();
            kept.add(List.copyOf(extended));
            return send(event);
        }))) {
            assertThat(dispositions(actions.submit(group))).containsOnly(DONE);
        }
        assertThat(kept).containsExactly(group.subList(1, 3), group.subList(2, 3), List.of());
    }

    @Test
    void those_that_go_back_with_a_failed_head_are_kept_no_more() throws InterruptedException {
        var group = List.of(
                workshop.inGroup("a", Orders.of("bad", 1)), workshop.inGroup("a", Orders.of("second", 1)));
        try (var actions = new ActionReceiver(instance(_ -> {
            throw new IOException("no mail server");
        }))) {
            assertThat(dispositions(actions.submit(group))).hasOnlyElementsOfType(Retry.class);
            beats.getFirst().run();
        }
        assertThat(extended).isEmpty();
    }

    @Test
    void a_stop_gives_up_what_nobody_waits_for_any_more() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var actions = new ActionReceiver(instance(_ -> {
            begun.countDown();
            new CountDownLatch(1).await();
            return Changes.NONE;
        }));
        var found = actions.submit(workshop.deliveries(Orders.of("endless", 1)));
        begun.await();
        actions.close();
        assertThat(found.getFirst().join()).isInstanceOf(Retry.class);
    }

    private static List<Disposition> dispositions(List<CompletableFuture<Disposition>> found) {
        return found.stream().map(CompletableFuture::join).toList();
    }

    private Changes send(OrderEvent event) {
        sent.add(event.orderId());
        return Changes.NONE;
    }

    private ActionPipeline instance(Action<OrderEvent> action) {
        return workshop.actions(action, workshop.effects(1), (beat, _) -> {
            beats.add(beat);
            return () -> {};
        }, extended);
    }
}
