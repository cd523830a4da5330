package dev.fanout.scenarios.play;

import static dev.fanout.scenarios.worker.Hears.WORK;
import static dev.fanout.scenarios.worker.Kind.PROJECTION;

import dev.fanout.scenarios.produce.WorkPlan;
import dev.fanout.scenarios.stage.Findings;
import dev.fanout.scenarios.stage.Stage;
import dev.fanout.scenarios.worker.Post;
import java.time.Instant;

/** Nothing goes wrong. */
final class Happy implements Scenario {
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
    public Findings play(Stage stage) throws InterruptedException {
        int count = stage.count(200);
        var place = stage.workplace(Post.of(WORK, PROJECTION));
        var worker = place.worker();
        place.send(WorkPlan.of(count, SEED).events(Instant.now()));
        stage.await("done", count, place.books()::doneOnce);
        stage.awaitEmpty(place);
        var figures = worker.stop();
        return new Findings()
                .same("pieces done once", count, place.books().doneOnce())
                .same("pieces done more often", 0, place.books().doneAgain())
                .same("deliveries", count, figures.received())
                .same("left in the queue", 0, place.queues().depth().all())
                .same("dead letters", 0, place.queues().deadLetters());
    }
}
