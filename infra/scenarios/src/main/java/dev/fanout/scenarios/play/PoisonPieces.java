package dev.fanout.scenarios.play;

import static dev.fanout.scenarios.worker.Hears.WORK;
import static dev.fanout.scenarios.worker.Kind.PROJECTION;
import static java.util.stream.Collectors.toSet;

import dev.fanout.events.WorkRequested;
import dev.fanout.scenarios.produce.Poison;
import dev.fanout.scenarios.produce.WorkPlan;
import dev.fanout.scenarios.stage.Findings;
import dev.fanout.scenarios.stage.Parked;
import dev.fanout.scenarios.stage.Stage;
import dev.fanout.scenarios.worker.Post;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Some messages can never be worked on. */
final class PoisonPieces implements Scenario {
    private static final int SEED = 4;
    private static final int ATTEMPTS = 3;

    @Override
    public String name() {
        return "poison";
    }

    @Override
    public String shows() {
        return "rejected ones reach the DLQ after the retry limit, with reason and attempts; good ones flow";
    }

    @Override
    public Findings play(Stage stage) throws InterruptedException {
        int count = stage.count(50);
        int poisonous = Math.max(1, count / 10);
        var place = stage.workplace(Post.of(WORK, PROJECTION).withMaxAttempts(ATTEMPTS));
        var events = WorkPlan.of(count, SEED).with(new Poison.Count(poisonous)).events(Instant.now());
        place.send(events);
        place.worker();
        stage.await("good ones done", count - poisonous, place.books()::doneOnce);
        var parkedBefore = place.queues().deadLetters();
        stage.await("dead letters", poisonous, place.queues()::deadLetters);
        stage.awaitEmpty(place);
        var parked = place.queues().parked();
        return new Findings()
                .same("good pieces done once", count - poisonous, place.books().doneOnce())
                .same("dead letters when they were done", 0, parkedBefore)
                .same("dead letters", poisonous, parked.size())
                .same("dead letters that are poison", poisonous, inBoth(poison(events), of(parked, Parked::id)))
                .same("their reason", Set.of("exhausted"), of(parked, Parked::reason))
                .same("their attempts", Set.of(ATTEMPTS), of(parked, Parked::attempts))
                .same("left in the queue", 0, place.queues().depth().all());
    }

    private static Set<String> poison(List<WorkRequested> events) {
        return events.stream().filter(WorkRequested::chokesItsWorker).map(WorkRequested::id).collect(toSet());
    }

    private static <T> Set<T> of(List<Parked> parked, Function<Parked, T> what) {
        return parked.stream().map(what).collect(toSet());
    }

    private static long inBoth(Set<String> some, Set<String> others) {
        return some.stream().filter(others::contains).count();
    }
}
