package dev.fanout.scenarios.play;

import static dev.fanout.scenarios.worker.WorkerKind.PROJECTION;
import static dev.fanout.scenarios.worker.WorkerSource.WORK;
import static java.util.stream.Collectors.toSet;

import dev.fanout.events.WorkRequested;
import dev.fanout.scenarios.observe.DeadLetter;
import dev.fanout.scenarios.observe.Expectations;
import dev.fanout.scenarios.produce.PoisonSelector;
import dev.fanout.scenarios.produce.WorkPlan;
import dev.fanout.scenarios.stage.Scenario;
import dev.fanout.scenarios.stage.ScenarioContext;
import dev.fanout.scenarios.worker.WorkerSettings;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Some messages can never be worked on. */
public final class PoisonScenario implements Scenario {
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
    public Expectations play(ScenarioContext context) throws InterruptedException {
        int count = context.count(50);
        int poisonous = Math.max(1, count / 10);
        var place = context.workplace(WorkerSettings.of(WORK, PROJECTION).withMaxAttempts(ATTEMPTS));
        var events = WorkPlan.of(count, SEED).with(new PoisonSelector.Count(poisonous)).events(Instant.now());
        place.send(events);
        place.worker();
        context.await("good ones done", count - poisonous, place.books()::doneOnce);
        var parkedBefore = place.queues().deadLetters();
        context.await("dead letters", poisonous, place.queues()::deadLetters);
        context.awaitEmpty(place);
        var parked = place.queues().parked();
        return new Expectations()
                .same("good pieces done once", count - poisonous, place.books().doneOnce())
                .same("dead letters when they were done", 0, parkedBefore)
                .same("dead letters", poisonous, parked.size())
                .same("dead letters that are poison", poisonous, inBoth(poison(events), of(parked, DeadLetter::id)))
                .same("their reason", Set.of("exhausted"), of(parked, DeadLetter::reason))
                .same("their attempts", Set.of(ATTEMPTS), of(parked, DeadLetter::attempts))
                .same("left in the queue", 0, place.queues().depth().all());
    }

    private static Set<String> poison(List<WorkRequested> events) {
        return events.stream().filter(WorkRequested::chokesItsWorker).map(WorkRequested::id).collect(toSet());
    }

    private static <T> Set<T> of(List<DeadLetter> parked, Function<DeadLetter, T> what) {
        return parked.stream().map(what).collect(toSet());
    }

    private static long inBoth(Set<String> some, Set<String> others) {
        return some.stream().filter(others::contains).count();
    }
}
