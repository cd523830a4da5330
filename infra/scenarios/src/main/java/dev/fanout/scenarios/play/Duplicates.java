package dev.fanout.scenarios.play;

import static dev.fanout.scenarios.worker.Hears.WORK;
import static dev.fanout.scenarios.worker.Kind.ACTION;
import static dev.fanout.scenarios.worker.Kind.PROJECTION;

import dev.fanout.scenarios.produce.WorkPlan;
import dev.fanout.scenarios.stage.Findings;
import dev.fanout.scenarios.stage.Stage;
import dev.fanout.scenarios.worker.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;

/** A handler takes longer than a message stays invisible: once without a heartbeat, once with one. */
final class Duplicates implements Scenario {
    private static final int SEED = 3;

    /** A projection has no heartbeat: it should never be that slow. */
    private static final Post WITHOUT = Post.of(WORK, PROJECTION).withVisibility(Duration.ofSeconds(3));

    /** A heartbeat that a busy machine does not miss. */
    private static final Post WITH = Post.of(WORK, ACTION).withVisibility(Duration.ofSeconds(9));

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
    public Findings play(Stage stage) throws InterruptedException {
        int count = stage.count(20);
        var events = WorkPlan.of(count, SEED).events(Instant.now());
        var without = stage.workplace(WITHOUT);
        var with = stage.workplace(WITH);
        without.send(events);
        with.send(events);
        var unguarded = without.worker(
                "fanout.chaos.enabled=true", "fanout.chaos.slow-for=12s", "fanout.chaos.faults.slow=once 1");
        var guarded = with.worker(
                "fanout.chaos.enabled=true", "fanout.chaos.slow-for=13s", "fanout.chaos.faults.slow=every 4");
        stage.await("done without a heartbeat", count, without.books()::doneOnce);
        stage.awaitEmpty(without);
        stage.await("done with a heartbeat", count, () -> with.effects().size());
        stage.awaitEmpty(with);
        var unguardedFigures = unguarded.stop();
        var guardedFigures = guarded.stop();
        return new Findings()
                .atLeast("without heartbeat: deliveries", count + 1, unguardedFigures.received())
                .atLeast("without heartbeat: repetitions found out", 1, unguardedFigures.duplicates())
                .same("without heartbeat: pieces done once", count, without.books().doneOnce())
                .same("without heartbeat: pieces done more often", 0, without.books().doneAgain())
                .same("with heartbeat: deliveries", count, guardedFigures.received())
                .same("with heartbeat: pieces done", count, new HashSet<>(with.effects()).size())
                .same("with heartbeat: effects", count, with.effects().size());
    }
}
