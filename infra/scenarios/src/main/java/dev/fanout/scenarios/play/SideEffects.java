package dev.fanout.scenarios.play;

import static dev.fanout.scenarios.play.Killed.KILLED;
import static dev.fanout.scenarios.worker.Hears.WORK;
import static dev.fanout.scenarios.worker.Kind.PROJECTION;

import dev.fanout.scenarios.produce.WorkPlan;
import dev.fanout.scenarios.stage.Findings;
import dev.fanout.scenarios.stage.Stage;
import dev.fanout.scenarios.worker.Post;
import java.time.Duration;
import java.time.Instant;

/** The worst moment to die: all is done, and the queue does not know it yet. */
final class SideEffects implements Scenario {
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
    public Findings play(Stage stage) throws InterruptedException {
        int count = stage.count(60);
        var place = stage.workplace(Post.of(WORK, PROJECTION).withVisibility(VISIBILITY));
        place.send(WorkPlan.of(count, SEED).events(Instant.now()));
        var died = place.worker("fanout.chaos.enabled=true", "fanout.chaos.faults.crash-before-acknowledge=once 1")
                .awaitDeath();
        var done = place.books().doneOnce();
        var left = place.queues().depth().all();
        var second = place.worker();
        stage.await("done", count, place.books()::doneOnce);
        stage.awaitEmpty(place);
        var figures = second.stop();
        return new Findings()
                .same("exit code of the first consumer", KILLED, died)
                .atLeast("effects that it left", 1, done)
                .same("messages that it deleted", 0, count - left)
                .atLeast("repetitions found out by the second", done, figures.duplicates())
                .same("pieces done once", count, place.books().doneOnce())
                .same("pieces done more often", 0, place.books().doneAgain())
                .same("left in the queue", 0, place.queues().depth().all());
    }
}
