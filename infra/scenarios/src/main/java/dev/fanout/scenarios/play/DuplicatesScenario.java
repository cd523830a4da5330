package dev.fanout.scenarios.play;

import static dev.fanout.scenarios.worker.WorkerKind.ACTION;
import static dev.fanout.scenarios.worker.WorkerKind.PROJECTION;
import static dev.fanout.scenarios.worker.WorkerSource.WORK;

import dev.fanout.scenarios.observe.Expectations;
import dev.fanout.scenarios.produce.WorkPlan;
import dev.fanout.scenarios.stage.Scenario;
import dev.fanout.scenarios.stage.ScenarioContext;
import dev.fanout.scenarios.worker.WorkerSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;

/** A handler takes longer than a message stays invisible: once without a heartbeat, once with one. */
public final class DuplicatesScenario implements Scenario {
    private static final int SEED = 3;

    /** A projection has no heartbeat: it should never be that slow. */
    private static final WorkerSettings WITHOUT = WorkerSettings.of(WORK, PROJECTION)
            .withVisibility(Duration.ofSeconds(3));

    /** A heartbeat that a busy machine does not miss. */
    private static final WorkerSettings WITH = WorkerSettings.of(WORK, ACTION).withVisibility(Duration.ofSeconds(9));

    @Override
    public String name() {
        return "duplicates";
    }

    @Override
    public String shows() {
        return "a slow handler overruns the visibility timeout: redelivered, effect once; with heartbeat: "
                + "not redelivered";
    }

    @Override
    public Expectations play(ScenarioContext context) throws InterruptedException {
        int count = context.count(20);
        var events = WorkPlan.of(count, SEED).events(Instant.now());
        var without = context.workplace(WITHOUT);
        var with = context.workplace(WITH);
        without.send(events);
        with.send(events);
        var unguarded = without.worker(
                "fanout.chaos.enabled=true", "fanout.chaos.slow-for=12s", "fanout.chaos.faults.slow=once 1");
        var guarded = with.worker(
                "fanout.chaos.enabled=true", "fanout.chaos.slow-for=13s", "fanout.chaos.faults.slow=every 4");
        context.await("done without a heartbeat", count, without.books()::doneOnce);
        context.awaitEmpty(without);
        context.await("done with a heartbeat", count, () -> with.effects().size());
        context.awaitEmpty(with);
        var unguardedFigures = unguarded.stop();
        var guardedFigures = guarded.stop();
        return new Expectations()
                .atLeast("without heartbeat: deliveries", count + 1, unguardedFigures.received())
                .atLeast("without heartbeat: repetitions found out", 1, unguardedFigures.duplicates())
                .same("without heartbeat: pieces done once", count, without.books().doneOnce())
                .same("without heartbeat: pieces done more often", 0, without.books().doneAgain())
                .same("with heartbeat: deliveries", count, guardedFigures.received())
                .same("with heartbeat: pieces done", count, new HashSet<>(with.effects()).size())
                .same("with heartbeat: effects", count, with.effects().size());
    }
}
