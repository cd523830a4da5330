package dev.fanout.messaging.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.events.Event;
import dev.fanout.events.OrderEvent;
import dev.fanout.messaging.Changes;
import dev.fanout.messaging.Counter;
import dev.fanout.messaging.Key;
import dev.fanout.messaging.Repetitions;
import dev.fanout.messaging.State;
import dev.fanout.messaging.pipeline.Delivery;
import dev.fanout.messaging.pipeline.Disposition.DeadLetter;
import dev.fanout.messaging.pipeline.Disposition.Done;
import dev.fanout.messaging.store.EffectStore;
import dev.fanout.testing.Needs;
import dev.fanout.topology.Fanout;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a sender says again, and what the queue only hands out again. */
@Needs
class RepetitionTest {
    private static final Counter SAID_AGAIN = new Counter(Fanout.INVENTORY, "sums", "said again");
    private static final Done DONE = new Done(false);
    private static final Done DUPLICATE = new Done(true);

    private final Workshop workshop = new Workshop();
    private final Faults effects = new Faults(workshop.effects(1));
    private final ProjectionPipeline pipeline = instance(effects);
    private final Event order = Orders.of("tea", 1);

    private static final class CountRepetitions extends CountByUser {
        @Override
        public Optional<Repetitions<OrderEvent>> repetitions() {
            return Optional.of(new Repetitions<>() {
                @Override
                public Set<Key<?>> itemsOf(OrderEvent order) {
                    return Set.of();
                }

                @Override
                public Changes fold(State state, OrderEvent order) {
                    return Changes.NONE.add(SAID_AGAIN, "times", 1);
                }
            });
        }
    }

    @Test
    void another_message_of_the_same_event_is_a_repetition_and_is_folded_once() throws Exception {
        assertThat(pipeline.receive(List.of(message("1"), message("2"), message("2"), message("3"))))
                .containsExactly(DONE, DUPLICATE, DUPLICATE, DUPLICATE);
        assertThat(saidAgain()).isEqualTo(2);
        assertThat(CountByUser.ordersOf(workshop.state(), 1)).containsExactly("tea");
    }

    @Test
    void a_message_that_is_handed_out_again_is_no_repetition() throws Exception {
        pipeline.receive(List.of(message("1")));
        pipeline.receive(List.of(message("1")));
        assertThat(instance(workshop.effects(2)).receive(List.of(message("1")))).containsExactly(DUPLICATE);
        assertThat(saidAgain()).isZero();
    }

    @Test
    void a_repetition_that_is_handed_out_again_counts_once_for_whoever_gets_it() throws Exception {
        pipeline.receive(List.of(message("1"), message("2")));
        assertThat(pipeline.receive(List.of(message("2")))).containsExactly(DUPLICATE);
        assertThat(instance(workshop.effects(2)).receive(List.of(message("2"), message("1"), message("2"))))
                .containsOnly(DUPLICATE);
        assertThat(saidAgain()).isEqualTo(1);
    }

    @Test
    void what_is_remembered_costs_no_commit() throws Exception {
        pipeline.receive(List.of(message("1"), message("2")));
        pipeline.receive(List.of(message("1"), message("2")));
        assertThat(effects.commits).hasSize(2);
    }

    @Test
    void a_crash_after_its_commit_does_not_count_it_again() throws Exception {
        pipeline.receive(List.of(message("1")));
        effects.crashAfter();
        try {
            pipeline.receive(List.of(message("2")));
        } catch (Faults.Crash _) {
            assertThat(instance(workshop.effects(2)).receive(List.of(message("2")))).containsExactly(DUPLICATE);
        }
        assertThat(saidAgain()).isEqualTo(1);
    }

    @Test
    void the_same_id_with_another_content_is_a_conflict_and_no_repetition() throws Exception {
        var id = UUID.randomUUID();
        var first = workshop.deliveries(Orders.of(id, "milk", 1, Workshop.NOON));
        pipeline.receive(first);
        var other = message("2", Orders.of(id, "coffee", 1, Workshop.NOON));
        assertThat(pipeline.receive(List.of(other)).getFirst()).isInstanceOf(DeadLetter.class);
        assertThat(saidAgain()).isZero();
    }

    @Test
    void who_does_not_ask_for_repetitions_pays_nothing_for_them() throws Exception {
        var plain = workshop.pipeline(new CountByUser(), effects);
        assertThat(plain.receive(List.of(message("1"), message("2")))).containsExactly(DONE, DUPLICATE);
        assertThat(effects.commits).hasSize(1);
    }

    @Test
    void a_projection_sees_when_the_queue_took_the_message() throws Exception {
        var seen = new Instant[1];
        workshop.pipeline(new CountByUser() {
            @Override
            public Set<Key<?>> itemsOf(OrderEvent order) {
                return Set.of();
            }

            @Override
            public Changes fold(State state, OrderEvent order) {
                seen[0] = state.sentAt();
                return Changes.NONE;
            }
        }).receive(List.of(message("1")));
        assertThat(seen[0]).isEqualTo(Workshop.NOON);
    }

    private ProjectionPipeline instance(EffectStore world) {
        return workshop.pipeline(new CountRepetitions(), world);
    }

    private long saidAgain() {
        return workshop.state().sum(SAID_AGAIN, "times").longValueExact();
    }

    private Delivery message(String id) {
        return message(id, order);
    }

    private Delivery message(String id, Event event) {
        return new Delivery(
                id, "receipt", workshop.codec.write(event), Map.of(), Optional.empty(), 1, Workshop.NOON);
    }
}
