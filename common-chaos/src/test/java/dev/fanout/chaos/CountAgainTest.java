package dev.fanout.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.events.EventCodec;
import dev.fanout.events.ViewRecorded;
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
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Who counts twice has every event, and some that nobody sent. */
class CountAgainTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Disposition DONE = new Disposition.Done(false);

    private final EventCodec codec = new EventCodec();
    private final Chaos chaos = new Chaos(new SimpleMeterRegistry(), () -> {});
    private final EndOfWork end = new EndOfWork(
            new ChaosSettings(true, Map.of(), Duration.ZERO, 0, null), Clock.systemUTC(), () -> {});
    private final List<Delivery> arrived = new ArrayList<>();

    @Test
    void a_twin_under_a_strange_id_comes_right_behind_its_event() {
        chaos.set("count-again", "containing twice");
        var views = List.of(view("a"), view("twice"), view("b"));
        assertThat(receiver(_ -> done()).submit(views)).extracting(CompletableFuture::join)
                .containsExactly(DONE, DONE, DONE);
        assertThat(arrived).extracting(this::host).containsExactly("a", "twice", "twice", "b");
        assertThat(arrived).containsAll(views);
        assertThat(arrived).extracting(this::id).doesNotHaveDuplicates();
    }

    @Test
    void an_event_that_comes_again_has_another_twin() {
        chaos.set("count-again", "every 1");
        var view = view("a");
        receiver(_ -> done()).submit(List.of(view, view));
        var strange = arrived.stream().map(this::id).filter(id -> !id.equals(id(view)));
        assertThat(strange).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void the_verdict_is_that_on_the_event_itself_whatever_becomes_of_its_twin() {
        chaos.set("count-again", "every 1");
        var view = view("a");
        var failing = new IllegalStateException("no twins here");
        var receiver = receiver(it -> it.equals(view) ? done() : CompletableFuture.failedFuture(failing));
        assertThat(receiver.submit(List.of(view))).extracting(CompletableFuture::join).containsExactly(DONE);
    }

    @Test
    void a_message_is_not_done_before_its_twin_is() {
        chaos.set("count-again", "every 1");
        var view = view("a");
        var twin = new CompletableFuture<Disposition>();
        var found = receiver(it -> it.equals(view) ? done() : twin).submit(List.of(view)).getFirst();
        assertThat(found).isNotDone();
        twin.complete(DONE);
        assertThat(found).isCompletedWithValue(DONE);
    }

    @Test
    void what_is_no_event_has_no_twin() {
        chaos.set("count-again", "every 1");
        receiver(_ -> done()).submit(List.of(delivery("no json"), delivery("[1]")));
        assertThat(arrived).extracting(Delivery::body).containsExactly("no json", "[1]");
    }

    private Receiver receiver(Function<Delivery, CompletableFuture<Disposition>> pipeline) {
        return new ChaoticReceiver(new Pipeline(pipeline), chaos, end);
    }

    private final class Pipeline implements Receiver {
        private final Function<Delivery, CompletableFuture<Disposition>> dispositions;

        Pipeline(Function<Delivery, CompletableFuture<Disposition>> dispositions) {
            this.dispositions = dispositions;
        }

        @Override
        public List<CompletableFuture<Disposition>> submit(List<Delivery> deliveries) {
            arrived.addAll(deliveries);
            return deliveries.stream().map(dispositions).toList();
        }

        @Override
        public void close() {}
    }

    private static CompletableFuture<Disposition> done() {
        return CompletableFuture.completedFuture(DONE);
    }

    private UUID id(Delivery delivery) {
        return codec.read(delivery.body()).eventId();
    }

    private String host(Delivery delivery) {
        return ((ViewRecorded) codec.read(delivery.body())).hostId();
    }

    private Delivery view(String host) {
        return delivery(codec.write(new ViewRecorded(UUID.randomUUID(), host, "film", "ad", NOON, null)));
    }

    private static Delivery delivery(String body) {
        return new Delivery("message", "receipt", body, Map.of(), Optional.empty(), 1, NOON);
    }
}
