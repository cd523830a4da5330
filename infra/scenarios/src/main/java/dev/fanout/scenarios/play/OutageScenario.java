package dev.fanout.scenarios.play;

import static dev.fanout.scenarios.worker.WorkerKind.PROJECTION;
import static dev.fanout.scenarios.worker.WorkerSource.WORK;

import dev.fanout.scenarios.observe.Expectations;
import dev.fanout.scenarios.produce.Producer.Sent;
import dev.fanout.scenarios.produce.WorkPlan;
import dev.fanout.scenarios.stage.Scenario;
import dev.fanout.scenarios.stage.ScenarioContext;
import dev.fanout.scenarios.worker.WorkerSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** AWS hangs, and later dies and comes back. A local stack of its own plays it, whatever else is named. */
public final class OutageScenario implements Scenario {
    private static final int SEED = 9;
    private static final double RATE = 10;
    private static final Duration FROZEN = Duration.ofSeconds(20);

    @Override
    public String name() {
        return "outage";
    }

    @Override
    public String shows() {
        return "the broker is frozen for 20 s, then killed with -9 and started again on its data: nothing is lost";
    }

    @Override
    public Expectations play(ScenarioContext context) throws InterruptedException {
        int count = context.count(300);
        var events = WorkPlan.of(count, SEED).events(Instant.now());
        var aws = context.localAws();
        var onIt = context.on(aws);
        var place = onIt.workplace(WorkerSettings.of(WORK, PROJECTION).withVisibility(Duration.ofSeconds(10)));
        var worker = place.worker();
        var first = place.send(events.subList(0, count / 10));
        onIt.await("done before the outage", count / 10, place.books()::doneOnce);
        var doneBefore = place.books().doneOnce();
        try (var background = Executors.newVirtualThreadPerTaskExecutor()) {
            // only now: it must be at it for as long as things go wrong
            var sending = background.submit(() -> place.send(events.subList(count / 10, count), RATE));
            aws.freeze();
            Thread.sleep(FROZEN);
            aws.thaw();
            onIt.await("done after the freeze", count / 2, place.books()::doneOnce);
            var doneBetween = place.books().doneOnce();

            aws.killAndStartAgain();
            var sent = result(sending);
            onIt.await("done", count, place.books()::doneOnce);
            onIt.awaitEmpty(place);
            worker.stop();
            return new Expectations()
                    .atLeast("pieces done before the freeze", count / 10, doneBefore)
                    .atLeast("pieces done between freeze and kill", count / 2, doneBetween)
                    .same("pieces sent in the end", count, first.messages() + sent.messages())
                    .atLeast("calls that the sender had to repeat", 1, sent.repeats())
                    .same("pieces done once", count, place.books().doneOnce())
                    .same("pieces done more often", 0, place.books().doneAgain())
                    .same("dead letters", 0, place.queues().deadLetters())
                    .same("left in the queue", 0, place.queues().depth().all());
        }
    }

    private static Sent result(Future<Sent> sending) throws InterruptedException {
        try {
            return sending.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the sender gave up: " + e.getCause(), e);
        }
    }
}
