package dev.fanout.scenarios.play;

import static dev.fanout.scenarios.worker.Hears.WORK;
import static dev.fanout.scenarios.worker.Kind.PROJECTION;

import dev.fanout.scenarios.produce.Poison;
import dev.fanout.scenarios.produce.WorkPlan;
import dev.fanout.scenarios.stage.Findings;
import dev.fanout.scenarios.stage.Stage;
import dev.fanout.scenarios.worker.Post;
import java.time.Instant;

/** Every batch has good and bad ones. */
final class PartialBatch implements Scenario {
    private static final int SEED = 5;
    private static final int ATTEMPTS = 3;
    private static final int EACH = 4;

    @Override
    public String name() {
        return "partial-batch";
    }

    @Override
    public String shows() {
        return "batches of ten, good and poison mixed: good ones done and deleted singly";
    }

    @Override
    public Findings play(Stage stage) throws InterruptedException {
        int count = stage.count(60);
        int poisonous = count / EACH;
        int good = count - poisonous;
        var place = stage.workplace(Post.of(WORK, PROJECTION).withMaxAttempts(ATTEMPTS));
        // before the worker is there, so that it finds full batches
        place.send(WorkPlan.of(count, SEED).with(new Poison.Every(EACH)).events(Instant.now()));
        var worker = place.worker();
        stage.await("good ones done", good, place.books()::doneOnce);
        stage.await("dead letters", poisonous, place.queues()::deadLetters);
        stage.awaitEmpty(place);
        var figures = worker.stop();
        return new Findings()
                .same("good pieces done once", good, place.books().doneOnce())
                .same("good pieces done more often", 0, place.books().doneAgain())
                .same("deliveries: 1 of each good, %d of each bad".formatted(ATTEMPTS),
                        good + (long) poisonous * ATTEMPTS, figures.received())
                .same("repetitions of what was done", 0, figures.duplicates())
                .same("dead letters", poisonous, place.queues().deadLetters())
                .same("left in the queue", 0, place.queues().depth().all());
    }
}
