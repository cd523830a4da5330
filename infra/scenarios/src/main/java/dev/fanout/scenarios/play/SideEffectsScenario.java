package dev.fanout.scenarios.play;

import static dev.fanout.scenarios.load.KilledProcess.KILLED;
import static dev.fanout.scenarios.worker.WorkerKind.PROJECTION;
import static dev.fanout.scenarios.worker.WorkerSource.WORK;

import dev.fanout.scenarios.observe.Expectations;
import dev.fanout.scenarios.produce.WorkPlan;
import dev.fanout.scenarios.stage.Scenario;
import dev.fanout.scenarios.stage.ScenarioContext;
import dev.fanout.scenarios.worker.WorkerSettings;
import java.time.Duration;
import java.time.Instant;

/** The worst moment to die: all is done, and the queue does not know it yet. */
public final class SideEffectsScenario implements Scenario {
    private static final int SEED = 6;
    private static final Duration VISIBILITY = Duration.ofSeconds(3);

    @Override
    public String name() {
        return "side-effects";
    }

    @Override
    public String shows() {
        return "crash after the transaction and before the delete: the effect exists once";
    }

    @Override
    public Expectations play(ScenarioContext context) throws InterruptedException {
        int count = context.count(60);
        var place = context.workplace(WorkerSettings.of(WORK, PROJECTION).withVisibility(VISIBILITY));
        place.send(WorkPlan.of(count, SEED).events(Instant.now()));
        var died = place.worker("fanout.chaos.enabled=true", "fanout.chaos.faults.crash-before-acknowledge=once 1")
                .awaitDeath();
        var done = place.books().doneOnce();
        var left = place.queues().depth().all();
        var second = place.worker();
        context.await("done", count, place.books()::doneOnce);
        context.awaitEmpty(place);
        var metrics = second.stop();
        return new Expectations()
                .same("exit code of the first consumer", KILLED, died)
                .atLeast("effects that it left", 1, done)
                .same("messages that it deleted", 0, count - left)
                .atLeast("repetitions found out by the second", done, metrics.duplicates())
                .same("pieces done once", count, place.books().doneOnce())
                .same("pieces done more often", 0, place.books().doneAgain())
                .same("left in the queue", 0, place.queues().depth().all());
    }
}
