package dev.fanout.scenarios.play;

import static dev.fanout.scenarios.worker.WorkerKind.PROJECTION;
import static dev.fanout.scenarios.worker.WorkerSource.WORK;

import dev.fanout.scenarios.observe.Expectations;
import dev.fanout.scenarios.produce.PoisonSelector;
import dev.fanout.scenarios.produce.WorkPlan;
import dev.fanout.scenarios.stage.Scenario;
import dev.fanout.scenarios.stage.ScenarioContext;
import dev.fanout.scenarios.worker.WorkerSettings;
import java.time.Instant;

/** Every batch has good and bad ones. */
public final class PartialBatchScenario implements Scenario {
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
    public Expectations play(ScenarioContext context) throws InterruptedException {
        int count = context.count(60);
        int poisonous = count / EACH;
        int good = count - poisonous;
        var place = context.workplace(WorkerSettings.of(WORK, PROJECTION).withMaxAttempts(ATTEMPTS));
        // before the worker is there, so that it finds full batches
        place.send(WorkPlan.of(count, SEED).with(new PoisonSelector.Every(EACH)).events(Instant.now()));
        var worker = place.worker();
        context.await("good ones done", good, place.books()::doneOnce);
        context.await("dead letters", poisonous, place.queues()::deadLetters);
        context.awaitEmpty(place);
        var metrics = worker.stop();
        return new Expectations()
                .same("good pieces done once", good, place.books().doneOnce())
                .same("good pieces done more often", 0, place.books().doneAgain())
                .same("deliveries: 1 of each good, %d of each bad".formatted(ATTEMPTS),
                        good + (long) poisonous * ATTEMPTS, metrics.received())
                .same("repetitions of what was done", 0, metrics.duplicates())
                .same("dead letters", poisonous, place.queues().deadLetters())
                .same("left in the queue", 0, place.queues().depth().all());
    }
}
