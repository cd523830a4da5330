package dev.fanout.messaging.projection;

import static dev.fanout.messaging.projection.CountByUser.ordersOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.events.OrderEvent;
import dev.fanout.messaging.Changes;
import dev.fanout.messaging.Key;
import dev.fanout.messaging.Projection;
import dev.fanout.messaging.State;
import dev.fanout.messaging.pipeline.Delivery;
import dev.fanout.messaging.pipeline.Disposition.DeadLetter;
import dev.fanout.messaging.pipeline.Disposition.Done;
import dev.fanout.messaging.pipeline.Disposition.Reason;
import dev.fanout.messaging.pipeline.Disposition.Retry;
import dev.fanout.testing.Needs;
import dev.fanout.topology.Fanout;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

@Needs
class FailureTest {
    private final Workshop workshop = new Workshop();
    private final ProjectionPipeline pipeline = workshop.pipeline(new CountByUser());

    @Test
    void a_failing_event_is_tried_again_alone_and_parked_when_its_attempts_are_used_up() throws Exception {
        var bad = workshop.deliveries(Orders.of("bad", 1)).getFirst();
        var good = workshop.deliveries(Orders.of("good", 1)).getFirst();
        var first = pipeline.receive(List.of(bad, good));
        assertThat(first.getFirst()).isInstanceOfSatisfying(Retry.class, retry ->
                assertThat(retry.after()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1)));
        assertThat(first.get(1)).isEqualTo(new Done(false));
        assertThat(pipeline.receive(List.of(bad)).getFirst()).isInstanceOf(Retry.class);
        assertThat(pipeline.receive(List.of(bad)).getFirst()).isInstanceOfSatisfying(DeadLetter.class, deadLetter -> {
            assertThat(deadLetter.reason()).isEqualTo(Reason.EXHAUSTED);
            assertThat(deadLetter.attempts()).isEqualTo(Workshop.MAX_ATTEMPTS);
            assertThat(deadLetter.detail()).contains("cannot count bad");
        });
        assertThat(ordersOf(workshop.state(), 1)).containsExactly("good");
    }

    @Test
    void a_parked_event_that_comes_back_has_fresh_attempts_and_its_success_is_noted() throws Exception {
        var event = Orders.of("bad", 1);
        var bad = workshop.deliveries(event);
        for (int i = 0; i < Workshop.MAX_ATTEMPTS; i++) pipeline.receive(bad);
        assertThat(workshop.status(event, "state")).contains("parked");
        assertThat(pipeline.receive(bad).getFirst()).isInstanceOf(Retry.class);
        assertThat(workshop.status(event, "attempts")).contains("1");
        var mended = workshop.pipeline(new CountByUser() {
            @Override
            public Changes fold(State state, OrderEvent order) {
                return Changes.NONE;
            }
        });
        var again = new Delivery("message", "receipt", bad.getFirst().body(), Map.of(), Optional.empty(), 2,
                Workshop.NOON);
        assertThat(mended.receive(List.of(again))).containsExactly(new Done(false));
        assertThat(workshop.status(event, "state")).contains("done");
    }

    @Test
    void a_failing_head_holds_back_its_own_group_only_and_charges_its_followers_nothing() throws Exception {
        var follower = Orders.of("follower", 1);
        var dispositions = pipeline.receive(List.of(
                workshop.inGroup("a", Orders.of("ahead", 1)),
                workshop.inGroup("a", Orders.of("bad", 1)),
                workshop.inGroup("b", Orders.of("elsewhere", 2)),
                workshop.inGroup("a", follower)));
        assertThat(dispositions.get(0)).isEqualTo(new Done(false));
        assertThat(dispositions.get(1)).isInstanceOf(Retry.class).isEqualTo(dispositions.get(3));
        assertThat(dispositions.get(2)).isEqualTo(new Done(false));
        assertThat(ordersOf(workshop.state(), 1)).containsExactly("ahead");
        assertThat(workshop.status(follower, "attempts")).isEmpty();
    }

    @Test
    void when_the_head_is_parked_its_successors_pass_in_order() throws Exception {
        var group = List.of(
                workshop.inGroup("a", Orders.of("bad", 1)),
                workshop.inGroup("a", Orders.of("second", 1)),
                workshop.inGroup("a", Orders.of("third", 1)));
        for (int i = 1; i < Workshop.MAX_ATTEMPTS; i++)
            assertThat(pipeline.receive(group)).hasOnlyElementsOfType(Retry.class);
        assertThat(pipeline.receive(group).getFirst()).isInstanceOf(DeadLetter.class);
        assertThat(ordersOf(workshop.state(), 1)).containsExactly("second", "third");
    }

    @Test
    void an_event_that_cannot_be_written_fails_alone() throws Exception {
        var large = Orders.of("large", 7);
        var texts = workshop.pipeline(new Repeating(1, 100_000));
        var dispositions = texts.receive(workshop.deliveries(
                Orders.of("one", 1), Orders.of("two", 2), large, Orders.of("three", 3)));
        assertThat(dispositions.get(2)).isInstanceOf(Retry.class);
        assertThat(workshop.status(large, "attempts")).contains("1");
        assertThat(List.of(dispositions.get(0), dispositions.get(1), dispositions.get(3)))
                .containsOnly(new Done(false));
        assertThat(workshop.state().find(Repeating.key("three"))).isPresent();
    }

    @Test
    void an_event_whose_items_cannot_be_asked_for_fails_alone() throws Exception {
        var keys = workshop.pipeline(new Repeating(600, 1));
        var dispositions = keys.receive(workshop.deliveries(
                Orders.of("one", 1), Orders.of("large", 2), Orders.of("two", 3)));
        assertThat(dispositions.get(1)).isInstanceOf(Retry.class);
        assertThat(List.of(dispositions.get(0), dispositions.get(2))).containsOnly(new Done(false));
    }

    @Test
    void an_event_that_touches_more_than_a_transaction_holds_fails_alone() throws Exception {
        var greedy = workshop.pipeline(new TouchMany());
        var dispositions = greedy.receive(workshop.deliveries(Orders.of("120", 1), Orders.of("3", 2)));
        assertThat(dispositions.get(0)).isInstanceOf(Retry.class);
        assertThat(dispositions.get(1)).isEqualTo(new Done(false));
    }

    /**
     * Its key or its item is too long for the order called large: DynamoDB has 2048 bytes for keys, 400 KB for items.
     */
    private record Repeating(int key, int text) implements Projection<OrderEvent> {
        record Named(String name) {}

        static Key<Named> key(String name) {
            return new Key<>(Fanout.INVENTORY, name, Named.class);
        }

        @Override
        public Set<Key<?>> itemsOf(OrderEvent order) {
            return Set.of(key(times(key, order)));
        }

        @Override
        public Changes fold(State state, OrderEvent order) {
            return Changes.NONE.put(key(times(key, order)), new Named(times(text, order)));
        }

        private static String times(int count, OrderEvent order) {
            return order.orderId().equals("large") ? order.orderId().repeat(count) : order.orderId();
        }
    }
}
