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

/** The consumer dies with messages in its hands. */
public final class CrashScenario implements Scenario {
    private static final int SEED = 2;
    private static final Duration VISIBILITY = Duration.ofSeconds(3);

    private static final int DIES_AT = 25;

    @Override
    public String name() {
        return "crash";
    }

    @Override
    public String shows() {
        return "the consumer dies after receiving: messages come back, all done once";
    }

    @Override
    public Expectations play(ScenarioContext context) throws InterruptedException {
        int count = context.count(100);
        var place = context.workplace(WorkerSettings.of(WORK, PROJECTION).withVisibility(VISIBILITY));
        place.send(WorkPlan.of(count, SEED).events(Instant.now()));
        var fault = "fanout.chaos.faults.crash-after-receive=once " + Math.min(DIES_AT, count);
        var died = place.worker("fanout.chaos.enabled=true", fault)
                .awaitDeath();
        var left = place.queues().depth();
        place.worker();
        context.await("done", count, place.books()::doneOnce);
        context.awaitEmpty(place);
        return new Expectations()
                .same("exit code of the first consumer", KILLED, died)
                .atLeast("messages that were not done then", 1, left.all())
                .same("pieces done once", count, place.books().doneOnce())
                .same("pieces done more often", 0, place.books().doneAgain())
                .same("left in the queue", 0, place.queues().depth().all())
                .same("dead letters", 0, place.queues().deadLetters());
    }
}
