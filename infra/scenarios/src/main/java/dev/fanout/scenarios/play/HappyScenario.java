package dev.fanout.scenarios.play;

import static dev.fanout.scenarios.worker.WorkerKind.PROJECTION;
import static dev.fanout.scenarios.worker.WorkerSource.WORK;

import dev.fanout.scenarios.observe.Expectations;
import dev.fanout.scenarios.produce.WorkPlan;
import dev.fanout.scenarios.stage.Scenario;
import dev.fanout.scenarios.stage.ScenarioContext;
import dev.fanout.scenarios.worker.WorkerSettings;
import java.time.Instant;

/** Nothing goes wrong. */
public final class HappyScenario implements Scenario {
    private static final int SEED = 1;

    @Override
    public String name() {
        return "happy";
    }

    @Override
    public String shows() {
        return "nothing goes wrong: all processed once, queue empty";
    }

    @Override
    public Expectations play(ScenarioContext context) throws InterruptedException {
        int count = context.count(200);
        var place = context.workplace(WorkerSettings.of(WORK, PROJECTION));
        var worker = place.worker();
        place.send(WorkPlan.of(count, SEED).events(Instant.now()));
        context.await("done", count, place.books()::doneOnce);
        context.awaitEmpty(place);
        var metrics = worker.stop();
        return new Expectations()
                .same("pieces done once", count, place.books().doneOnce())
                .same("pieces done more often", 0, place.books().doneAgain())
                .same("deliveries", count, metrics.received())
                .same("left in the queue", 0, place.queues().depth().all())
                .same("dead letters", 0, place.queues().deadLetters());
    }
}
