package dev.fanout.scenarios.play;

import static dev.fanout.scenarios.worker.WorkerKind.ACTION;
import static dev.fanout.scenarios.worker.WorkerSource.WORK;

import dev.fanout.scenarios.load.ConsumerScaler;
import dev.fanout.scenarios.observe.Expectations;
import dev.fanout.scenarios.produce.WorkPlan;
import dev.fanout.scenarios.stage.Scenario;
import dev.fanout.scenarios.stage.ScenarioContext;
import dev.fanout.scenarios.stage.WorkerEnvironment;
import dev.fanout.scenarios.worker.WorkerSettings;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executors;

/** More comes than one consumer can do, for a while. */
public final class BackpressureScenario implements Scenario {
    private static final int SEED = 10;

    /** What waits on a slow downstream needs no CPU: ten at once, each half a second, are 20 a second. */
    private static final String[] SLOW = {
        "fanout.receive.max-in-flight=10", "fanout.chaos.enabled=true", "fanout.chaos.slow-for=500ms",
        "fanout.chaos.faults.slow=every 1"
    };

    private static final double SPIKE = 45;
    private static final double CALM = 5;

    @Override
    public String name() {
        return "backpressure";
    }

    @Override
    public String shows() {
        return "a producer outruns one slow consumer; more are started (to --max), then fewer, until it is stable";
    }

    @Override
    public Expectations play(ScenarioContext context) throws InterruptedException {
        int count = context.count(1_600);
        int calm = count / 8;
        var place = context.workplace(WorkerSettings.of(WORK, ACTION));
        var events = WorkPlan.of(count, SEED).events(Instant.now());
        var scaler = new ConsumerScaler(context, place, List.of(SLOW));
        try (var background = Executors.newVirtualThreadPerTaskExecutor()) {
            var sending = background.submit(() -> {
                place.send(events.subList(0, count - calm), SPIKE);
                return place.send(events.subList(count - calm, count), CALM);
            });
            scaler.runUntilStable(sending::isDone);
        }
        context.awaitEmpty(place);
        context.show(scaler.curve());
        return findings(place, count, scaler);
    }

    private static Expectations findings(WorkerEnvironment place, int count, ConsumerScaler scaler) {
        var effects = place.effects();
        return new Expectations()
                .atLeast("consumers at the most", 2, scaler.mostConsumers())
                .same("consumers in the end", 1, scaler.consumers())
                .atMost("backlog for each consumer in the end", ConsumerScaler.LITTLE, scaler.lastBacklogEach())
                .same("pieces done", count, new HashSet<>(effects).size())
                .same("effects", count, effects.size())
                .same("dead letters", 0, place.queues().deadLetters())
                .same("left in the queue", 0, place.queues().depth().all());
    }
}
