package dev.fanout.scenarios.play;

import static dev.fanout.scenarios.worker.WorkerSource.WORK;

import dev.fanout.scenarios.observe.Expectations;
import dev.fanout.scenarios.observe.QueueDepth;
import dev.fanout.scenarios.produce.WorkPlan;
import dev.fanout.scenarios.stage.Scenario;
import dev.fanout.scenarios.stage.ScenarioContext;
import dev.fanout.scenarios.stage.WorkerEnvironment;
import dev.fanout.scenarios.stage.WorkerProcess;
import dev.fanout.scenarios.stage.WorkerProcess.Departure;
import dev.fanout.scenarios.worker.WorkerKind;
import dev.fanout.scenarios.worker.WorkerSettings;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;

/** A consumer is told to end while it has its hands full: by SIGTERM, as with every deployment. */
public final class DrainScenario implements Scenario {
    private static final int SEED = 11;

    /** What a shell makes of SIGTERM. */
    private static final int TERMINATED = 143;

    /** What Kubernetes grants unless it is told otherwise. */
    private static final int GRACE_SECONDS = 30;

    @Override
    public String name() {
        return "drain";
    }

    @Override
    public String shows() {
        return "SIGTERM under load: the consumer finishes what it has in hand and ends; nothing is redelivered";
    }

    @Override
    public Expectations play(ScenarioContext context) throws InterruptedException {
        int count = context.count(200);
        // twenty a second both: projections one after the other, actions side by side
        var projection = FirstShift.begin(context, WorkerKind.PROJECTION, "50ms", count);
        var action = FirstShift.begin(context, WorkerKind.ACTION, "1s", count);
        var afterProjection = projection.end(context);
        var afterAction = action.end(context);
        var expectations = new Expectations();
        afterProjection.end(context, expectations);
        afterAction.end(context, expectations);
        return expectations;
    }

    private record FirstShift(WorkerKind kind, WorkerEnvironment place, WorkerProcess worker, String slowFor,
            int count) {
        static FirstShift begin(ScenarioContext context, WorkerKind kind, String slowFor, int count)
                throws InterruptedException {
            var place = context.workplace(WorkerSettings.of(WORK, kind));
            place.send(WorkPlan.of(count, SEED).events(Instant.now()));
            return new FirstShift(kind, place, worker(place, slowFor), slowFor, count);
        }

        private static WorkerProcess worker(WorkerEnvironment place, String slowFor) throws InterruptedException {
            return place.worker(
                    "fanout.receive.max-in-flight=20", "fanout.chaos.enabled=true",
                    "fanout.chaos.faults.slow=every 1", "fanout.chaos.slow-for=" + slowFor);
        }

        SecondShift end(ScenarioContext context) throws InterruptedException {
            context.await(label("done before SIGTERM"), Math.max(1, count / 10), this::done);
            var gone = worker.end();
            return new SecondShift(this, gone, place.queues().depth(), worker(place, slowFor));
        }

        long done() {
            return switch (kind) {
                case PROJECTION -> place.books().doneOnce();
                case ACTION -> new HashSet<>(place.effects()).size();
            };
        }

        long effects() {
            return switch (kind) {
                case PROJECTION -> place.books().done().values().stream().mapToLong(times -> times).sum();
                case ACTION -> place.effects().size();
            };
        }

        String label(String what) {
            return kind.name().toLowerCase(Locale.ROOT) + ": " + what;
        }
    }

    /** Whoever goes on, and would notice what came twice. */
    private record SecondShift(FirstShift first, Departure gone, QueueDepth left, WorkerProcess worker) {
        void end(ScenarioContext context, Expectations expectations) throws InterruptedException {
            context.await(first.label("done"), first.count, first::done);
            context.awaitEmpty(first.place);
            var metrics = worker.stop();
            expectations.same(first.label("exit code"), TERMINATED, gone.exitCode())
                    .atMost(first.label("seconds until it was gone"), GRACE_SECONDS, gone.took().toSeconds())
                    .atLeast(first.label("left for the second"), 1, left.all())
                    .same(first.label("of that, still lent to the first"), 0, left.inHand())
                    .same(first.label("deliveries to both"), first.count,
                            gone.metrics().received() + metrics.received())
                    .same(first.label("repetitions found out"), 0,
                            gone.metrics().duplicates() + metrics.duplicates())
                    .same(first.label("pieces done"), first.count, first.done())
                    .same(first.label("effects"), first.count, first.effects());
        }
    }
}
