package dev.fanout.scenarios.play;

import static dev.fanout.scenarios.worker.WorkerKind.PROJECTION;
import static dev.fanout.scenarios.worker.WorkerSource.WORK;

import dev.fanout.events.WorkRequested;
import dev.fanout.scenarios.observe.Expectations;
import dev.fanout.scenarios.produce.WorkPlan;
import dev.fanout.scenarios.stage.Scenario;
import dev.fanout.scenarios.stage.ScenarioContext;
import dev.fanout.scenarios.worker.WorkerSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Somebody tells the same fact twice, and calls it two events. */
public final class BusinessDuplicateScenario implements Scenario {
    private static final int SEED = 7;
    /** Another one: the same would make the same ids again, for other facts. */
    private static final int SEED_OF_REPETITIONS = 77;

    @Override
    public String name() {
        return "business-duplicate";
    }

    @Override
    public String shows() {
        return "the same business fact under two event ids: one effect";
    }

    @Override
    public Expectations play(ScenarioContext context) throws InterruptedException {
        int facts = context.count(50);
        var place = context.workplace(WorkerSettings.of(WORK, PROJECTION));
        var worker = place.worker();
        var told = toldTwice(WorkPlan.of(facts, SEED).events(Instant.now()));
        place.send(told);
        context.await("done", facts, place.books()::doneOnce);
        context.awaitEmpty(place);
        var metrics = worker.stop();
        return new Expectations()
                .same("event ids", 2 * facts, told.stream().map(WorkRequested::eventId).distinct().count())
                .same("facts done once", facts, place.books().doneOnce())
                .same("facts done more often", 0, place.books().doneAgain())
                .same("events found to be repetitions", facts, metrics.duplicates())
                .same("markers: one for each event, one for each fact", 3 * facts, place.books().markers())
                .same("left in the queue", 0, place.queues().depth().all())
                .same("dead letters", 0, place.queues().deadLetters());
    }

    /** In another order, so that some repetitions come in the same batch and others long afterwards. */
    private static List<WorkRequested> toldTwice(List<WorkRequested> events) {
        var random = new Random(SEED_OF_REPETITIONS);
        var told = new ArrayList<>(events);
        for (var event : events) told.add(random.nextInt(told.size() + 1), underAnotherId(event, random));
        return told;
    }

    private static WorkRequested underAnotherId(WorkRequested event, Random random) {
        return new WorkRequested(
                WorkPlan.id(random), event.id(), event.work(), event.group(), event.poison(), event.timestamp());
    }
}
