package dev.fanout.messaging.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.events.OrderEvent;
import dev.fanout.messaging.Action;
import dev.fanout.messaging.ActionRejected;
import dev.fanout.messaging.Changes;
import dev.fanout.messaging.Key;
import dev.fanout.messaging.pipeline.Delivery;
import dev.fanout.messaging.pipeline.Disposition;
import dev.fanout.messaging.pipeline.Disposition.DeadLetter;
import dev.fanout.messaging.pipeline.Disposition.Done;
import dev.fanout.messaging.pipeline.Disposition.Reason;
import dev.fanout.messaging.pipeline.Disposition.Retry;
import dev.fanout.messaging.projection.Faults;
import dev.fanout.messaging.projection.Orders;
import dev.fanout.messaging.projection.Workshop;
import dev.fanout.messaging.store.EffectStore;
import dev.fanout.messaging.store.EffectsUnavailable;
import dev.fanout.messaging.store.Writes;
import dev.fanout.testing.Needs;
import dev.fanout.topology.Fanout;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Effects outside DynamoDB, with a clock under control. */
@Needs
class ActionTest {
    private static final Done DONE = new Done(false);
    private static final Duration PAST_THE_LEASE = Workshop.LEASE.lease().plusSeconds(1);

    private final Workshop workshop = new Workshop();
    private final Faults effects = new Faults(workshop.effects(1));
    private final List<String> sent = new ArrayList<>();
    private final List<Delivery> extended = new ArrayList<>();
    private final List<Runnable> beats = new ArrayList<>();
    private final OrderEvent order = Orders.of("tea", 1);
    private final Delivery delivery = workshop.deliveries(order).getFirst();

    record Mail(String of) {}

    @Test
    void an_action_runs_once_and_what_it_keeps_is_there() {
        assertThat(instance(this::send).receive(delivery)).isEqualTo(DONE);
        assertThat(instance(this::send).receive(delivery)).isEqualTo(new Done(true));
        assertThat(sent).containsExactly("tea");
        assertThat(workshop.state().find(mail("tea"))).contains(new Mail("tea"));
        assertThat(workshop.isMarkedDone(order)).isTrue();
        assertThat(workshop.status(order, "state")).contains("done");
    }

    @Test
    void the_same_id_with_another_content_is_parked() {
        instance(this::send).receive(delivery);
        var other = Orders.of(order.eventId(), "coffee", 1, Workshop.NOON);
        assertThat(instance(this::send).receive(workshop.deliveries(other).getFirst()))
                .isInstanceOfSatisfying(DeadLetter.class, deadLetter -> assertThat(deadLetter.reason())
                        .isEqualTo(Reason.CONFLICT));
    }

    @Test
    void meeting_somebody_at_work_is_no_attempt() {
        var met = new ArrayList<Disposition>();
        instance(event -> {
            met.add(instance(this::send).receive(delivery));
            return send(event);
        }).receive(delivery);
        assertThat(met).singleElement().isInstanceOf(Retry.class);
        assertThat(sent).containsExactly("tea");
        assertThat(workshop.status(order, "attempts")).isEmpty();
    }

    @Test
    void an_owner_that_slept_over_its_lease_cannot_complete() {
        var late = instance(event -> {
            workshop.clock.advance(PAST_THE_LEASE);
            assertThat(instance(this::send).receive(delivery)).isEqualTo(DONE);
            return Changes.NONE.put(mail("late"), new Mail("late"));
        });
        assertThat(late.receive(delivery)).isInstanceOf(Retry.class);
        assertThat(workshop.state().find(mail("late"))).isEmpty();
        assertThat(workshop.state().find(mail("tea"))).isPresent();
        assertThat(inDoubt("lease_lost")).isEqualTo(1);
        assertThat(late.receive(delivery)).isEqualTo(new Done(true));
    }

    @Test
    void a_heartbeat_keeps_lease_and_message() {
        var met = new ArrayList<Disposition>();
        instance(event -> {
            for (int i = 0; i < 5; i++) {
                workshop.clock.advance(Workshop.LEASE.beat());
                beats.getLast().run();
            }
            met.add(instance(this::send).receive(delivery));
            return send(event);
        }).receive(delivery);
        assertThat(met).singleElement().isInstanceOf(Retry.class);
        assertThat(extended).hasSize(5).containsOnly(delivery);
        assertThat(sent).containsExactly("tea");
    }

    @Test
    void who_lost_the_lease_is_interrupted_and_keeps_the_message_from_nobody() {
        var disposition = instance(event -> {
            var beat = beats.getLast();
            workshop.clock.advance(PAST_THE_LEASE);
            instance(this::send).receive(delivery);
            beat.run();
            if (Thread.interrupted()) throw new InterruptedException("stopped in the middle");
            return send(event);
        }).receive(delivery);
        assertThat(disposition).isInstanceOf(Retry.class);
        assertThat(extended).isEmpty();
        assertThat(sent).containsExactly("tea");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void a_failure_gives_the_event_back_until_its_attempts_are_used_up() {
        var failing = instance(_ -> {
            throw new IOException("no mail server");
        });
        assertThat(failing.receive(delivery)).isInstanceOfSatisfying(Retry.class, retry ->
                assertThat(retry.after()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1)));
        assertThat(workshop.status(order, "attempts")).contains("1");
        assertThat(failing.receive(delivery)).isInstanceOf(Retry.class);
        assertThat(failing.receive(delivery)).isInstanceOfSatisfying(DeadLetter.class, deadLetter -> {
            assertThat(deadLetter.reason()).isEqualTo(Reason.EXHAUSTED);
            assertThat(deadLetter.attempts()).isEqualTo(3);
            assertThat(deadLetter.detail()).contains("no mail server");
        });
        assertThat(instance(this::send).receive(delivery)).as("brought back, it has fresh attempts").isEqualTo(DONE);
    }

    @Test
    void what_is_refused_for_good_is_parked_at_once_with_the_answer() {
        var disposition = instance(_ -> {
            throw new ActionRejected("550 no such user", new IllegalStateException());
        }).receive(delivery);
        assertThat(disposition).isEqualTo(new DeadLetter(Reason.REJECTED, "550 no such user", 1));
        assertThat(workshop.status(order, "state")).contains("parked");
    }

    @Test
    void a_refusal_that_comes_after_the_lease_was_lost_parks_nothing() {
        var late = instance(_ -> {
            workshop.clock.advance(PAST_THE_LEASE);
            assertThat(instance(this::send).receive(delivery)).isEqualTo(DONE);
            throw new ActionRejected("550 no such user", new IllegalStateException());
        });
        assertThat(late.receive(delivery)).isInstanceOf(Retry.class);
        assertThat(workshop.status(order, "state")).contains("done");
    }

    @Test
    void a_crash_between_effect_and_note_repeats_the_effect_and_counts_as_an_attempt() {
        effects.crashBefore();
        assertThatThrownBy(() -> instance(this::send).receive(delivery)).isInstanceOf(Faults.Crash.class);
        workshop.clock.advance(PAST_THE_LEASE);
        assertThat(instance(this::send).receive(delivery)).isEqualTo(DONE);
        assertThat(sent).containsExactly("tea", "tea");
        assertThat(workshop.status(order, "attempts")).contains("1");
        assertThat(inDoubt("taken_over")).isEqualTo(1);
    }

    @Test
    void an_event_that_kills_every_owner_is_parked() {
        for (int life = 1; life <= Workshop.MAX_ATTEMPTS; life++) {
            assertThatThrownBy(() -> instance(_ -> {
                throw new Faults.Crash();
            }).receive(delivery)).isInstanceOf(Faults.Crash.class);
            workshop.clock.advance(PAST_THE_LEASE);
        }
        assertThat(instance(this::send).receive(delivery)).isInstanceOfSatisfying(DeadLetter.class, deadLetter ->
                assertThat(deadLetter.reason()).isEqualTo(Reason.EXHAUSTED));
        assertThat(sent).isEmpty();
    }

    @Test
    void a_note_that_was_written_without_an_answer_is_known_again() {
        effects.next(real -> new Faults(real) {
            @Override
            public EffectStore.Outcome commit(Writes writes) {
                super.commit(writes);
                throw new EffectsUnavailable(new IOException("no answer"));
            }
        });
        assertThat(instance(this::send).receive(delivery)).isEqualTo(DONE);
        assertThat(sent).containsExactly("tea");
        assertThat(inDoubt("lease_lost")).isZero();
    }

    @Test
    void what_cannot_be_noted_is_parked_rather_than_done_again() {
        var disposition = instance(event -> {
            send(event);
            return Changes.NONE.put(mail("large"), new Mail("x".repeat(500_000)));
        }).receive(delivery);
        assertThat(disposition).isInstanceOfSatisfying(DeadLetter.class, deadLetter ->
                assertThat(deadLetter.reason()).isEqualTo(Reason.REJECTED));
        assertThat(sent).containsExactly("tea");
    }

    @Test
    void another_transaction_at_the_note_is_waited_out() {
        effects.cancel(new EffectStore.Cause.Contended()).cancel(new EffectStore.Cause.Contended());
        assertThat(instance(this::send).receive(delivery)).isEqualTo(DONE);
        assertThat(sent).containsExactly("tea");
    }

    private double inDoubt(String because) {
        return workshop.meters.get("fanout.effects.in.doubt").tag("because", because).counter().count();
    }

    private Changes send(OrderEvent event) {
        synchronized (sent) {
            sent.add(event.orderId());
        }
        return Changes.NONE.put(mail(event.orderId()), new Mail(event.orderId()));
    }

    private static Key<Mail> mail(String of) {
        return new Key<>(Fanout.INVENTORY, "mail#" + of, Mail.class);
    }

    private ActionPipeline instance(Action<OrderEvent> action) {
        return workshop.actions(action, effects, (beat, _) -> {
            synchronized (beats) {
                beats.add(beat);
            }
            return () -> {};
        }, extended);
    }
}
