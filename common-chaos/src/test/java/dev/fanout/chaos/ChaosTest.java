package dev.fanout.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.events.Event;
import dev.fanout.events.EventCodec;
import dev.fanout.events.ViewRecorded;
import dev.fanout.messaging.Action;
import dev.fanout.messaging.Changes;
import dev.fanout.messaging.Handler;
import dev.fanout.messaging.Projection;
import dev.fanout.messaging.State;
import dev.fanout.messaging.pipeline.Delivery;
import dev.fanout.messaging.pipeline.Disposition;
import dev.fanout.messaging.pipeline.Receiver;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each fault strikes where it says, and nothing else does. */
class ChaosTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final EventCodec codec = new EventCodec();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Chaos chaos = new Chaos(meters, () -> { throw new Crash(); });
    private final List<Delivery> arrived = new ArrayList<>();
    private final EndOfWork end = new EndOfWork(settings(3, null), Clock.systemUTC(), () -> {});
    private final ChaosInterceptor interceptor = new ChaosInterceptor(chaos, codec, Duration.ofMillis(1), end);
    private final Receiver receiver = interceptor.around(new Pipeline());

    private static final class Crash extends Error {}

    /** Has the effect of each delivery that arrives, and is done with it. */
    private final class Pipeline implements Receiver {
        @Override
        public List<CompletableFuture<Disposition>> submit(List<Delivery> deliveries) {
            arrived.addAll(deliveries);
            return deliveries.stream()
                    .map(_ -> CompletableFuture.<Disposition>completedFuture(new Disposition.Done(false)))
                    .toList();
        }

        @Override
        public void close() {}
    }

    @Test
    void without_a_fault_everything_passes() {
        var views = List.of(view("a"), view("b"));
        assertThat(dispositions(views)).containsOnly(new Disposition.Done(false)).hasSize(2);
        assertThat(arrived).isEqualTo(views);
    }

    @Test
    void a_crash_after_receive_comes_before_the_effect() {
        chaos.set("crash-after-receive", "once 1");
        assertThatThrownBy(() -> dispositions(List.of(view("a")))).isInstanceOf(Crash.class);
        assertThat(arrived).isEmpty();
    }

    @Test
    void a_crash_before_the_acknowledgement_comes_after_the_effect() {
        chaos.set("crash-before-acknowledge", "once 1");
        assertThatThrownBy(() -> dispositions(List.of(view("a")))).hasRootCauseInstanceOf(Crash.class);
        assertThat(arrived).hasSize(1);
    }

    @Test
    void a_lost_acknowledgement_leaves_the_effect_and_no_verdict() {
        chaos.set("lose-acknowledgement", "once 1");
        var found = receiver.submit(List.of(view("a"), view("b")));
        assertThatThrownBy(() -> found.getFirst().join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(LostAcknowledgement.class);
        assertThat(found.getLast().join()).as("its neighbour's is not").isEqualTo(new Disposition.Done(false));
        assertThat(arrived).hasSize(2);
        assertThat(dispositions(List.of(view("a")))).hasSize(1);
    }

    @Test
    void a_dropped_event_is_acknowledged_without_an_effect() {
        chaos.set("drop", "containing gone");
        var dispositions = dispositions(List.of(view("a"), view("gone"), view("b")));
        assertThat(dispositions).containsOnly(new Disposition.Done(false)).hasSize(3);
        assertThat(arrived).extracting(this::host).containsExactly("a", "b");
    }

    @Test
    void a_failing_handler_has_no_effect() {
        chaos.set("fail", "containing poison");
        Projection<Event> projection = (_, _) -> Changes.NONE;
        var failing = (Projection<Event>) interceptor.around((Handler<Event>) projection);
        var nothing = State.empty();
        assertThat(failing.fold(nothing, event("good"))).isEqualTo(Changes.NONE);
        assertThatThrownBy(() -> failing.fold(nothing, event("poison"))).hasMessage("chaos: fail");
    }

    @Test
    void a_crash_before_the_note_comes_after_the_outside_effect() {
        var mails = new ArrayList<Event>();
        chaos.set("crash-before-note", "once 1");
        Action<Event> action = event -> {
            mails.add(event);
            return Changes.NONE;
        };
        var crashing = (Action<Event>) interceptor.around((Handler<Event>) action);
        assertThatThrownBy(() -> crashing.perform(event("a"))).isInstanceOf(Crash.class);
        assertThat(mails).hasSize(1);
    }

    @Test
    void what_was_switched_off_strikes_no_more_and_what_has_struck_is_counted() {
        chaos.set("drop", "every 1");
        dispositions(List.of(view("a")));
        chaos.clear("drop");
        dispositions(List.of(view("b")));
        assertThat(arrived).extracting(this::host).containsExactly("b");
        assertThat(meters.counter("fanout.chaos.struck", "fault", "drop").count()).isEqualTo(1);
    }

    @Test
    void an_unknown_fault_is_refused_with_those_there_are() {
        assertThatThrownBy(() -> chaos.set("explode", "every 1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'explode' should be one of crash-after-receive, crash-before-note");
    }

    @Test
    void the_end_of_work_is_reached_after_so_many_messages() {
        dispositions(List.of(view("a"), view("b")));
        assertThat(end.reached()).isFalse();
        dispositions(List.of(view("c")));
        assertThat(end.reached()).isTrue();
    }

    @Test
    void the_end_of_work_is_reached_when_nothing_came_for_long_enough() {
        assertThat(new EndOfWork(settings(0, Duration.ofHours(1)), Clock.systemUTC(), () -> {}).reached()).isFalse();
        assertThat(new EndOfWork(settings(0, Duration.ofHours(-1)), Clock.systemUTC(), () -> {}).reached()).isTrue();
    }

    private List<Disposition> dispositions(List<Delivery> deliveries) {
        return receiver.submit(deliveries).stream().map(CompletableFuture::join).toList();
    }

    private static ChaosSettings settings(long stopAfter, @Nullable Duration stopWhenIdle) {
        return new ChaosSettings(true, Map.of(), Duration.ofMillis(1), stopAfter, stopWhenIdle);
    }

    private String host(Delivery delivery) {
        return ((ViewRecorded) codec.read(delivery.body())).hostId();
    }

    private Delivery view(String host) {
        var body = codec.write(event(host));
        return new Delivery("message", "receipt", body, Map.of(), Optional.empty(), 1, NOON);
    }

    private static ViewRecorded event(String host) {
        return new ViewRecorded(UUID.randomUUID(), host, "film", "ad", NOON, null);
    }
}
