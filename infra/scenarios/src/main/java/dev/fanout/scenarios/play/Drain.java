package dev.fanout.scenarios.play;

import static dev.fanout.scenarios.worker.Hears.WORK;

import dev.fanout.scenarios.produce.WorkPlan;
import dev.fanout.scenarios.stage.Depth;
import dev.fanout.scenarios.stage.Findings;
import dev.fanout.scenarios.stage.Stage;
import dev.fanout.scenarios.stage.WorkerProcess;
import dev.fanout.scenarios.stage.WorkerProcess.Departure;
import dev.fanout.scenarios.stage.Workplace;
import dev.fanout.scenarios.worker.Kind;
import dev.fanout.scenarios.worker.Post;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;

/** A consumer is told to end while it has its hands full: by SIGTERM, as with every deployment. */
final class Drain implements Scenario {
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
    public Findings play(Stage stage) throws InterruptedException {
        int count = stage.count(200);
        // twenty a second both: projections one after the other, actions side by side
        var projection = FirstShift.begin(stage, Kind.PROJECTION, "50ms", count);
        var action = FirstShift.begin(stage, Kind.ACTION, "1s", count);
        var afterProjection = projection.end(stage);
        var afterAction = action.end(stage);
        var findings = new Findings();
        afterProjection.end(stage, findings);
        afterAction.end(stage, findings);
        return findings;
    }

    private record FirstShift(Kind kind, Workplace place, WorkerProcess worker, String slowFor, int count) {
        static FirstShift begin(Stage stage, Kind kind, String slowFor, int count) throws InterruptedException {
            var place = stage.workplace(Post.of(WORK, kind));
            place.send(WorkPlan.of(count, SEED).events(Instant.now()));
            return new FirstShift(kind, place, worker(place, slowFor), slowFor, count);
        }

        private static WorkerProcess worker(Workplace place, String slowFor) throws InterruptedException {
            return place.worker(
                    "fanout.receive.max-in-flight=20", "fanout.chaos.enabled=true",
                    "fanout.chaos.faults.slow=every 1", "fanout.chaos.slow-for=" + slowFor);
        }

        SecondShift end(Stage stage) throws InterruptedException {
            stage.await(label("done before SIGTERM"), Math.max(1, count / 10), this::done);
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
    private record SecondShift(FirstShift first, Departure gone, Depth left, WorkerProcess worker) {
        void end(Stage stage, Findings findings) throws InterruptedException {
            stage.await(first.label("done"), first.count, first::done);
            stage.awaitEmpty(first.place);
            var figures = worker.stop();
            findings.same(first.label("exit code"), TERMINATED, gone.exitCode())
                    .atMost(first.label("seconds until it was gone"), GRACE_SECONDS, gone.took().toSeconds())
                    .atLeast(first.label("left for the second"), 1, left.all())
                    .same(first.label("of that, still lent to the first"), 0, left.inHand())
                    .same(first.label("deliveries to both"), first.count,
                            gone.figures().received() + figures.received())
                    .same(first.label("repetitions found out"), 0,
                            gone.figures().duplicates() + figures.duplicates())
                    .same(first.label("pieces done"), first.count, first.done())
                    .same(first.label("effects"), first.count, first.effects());
        }
    }
}
