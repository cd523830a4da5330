package dev.fanout.scenarios.play;

import static dev.fanout.scenarios.worker.WorkerKind.PROJECTION;
import static dev.fanout.scenarios.worker.WorkerSource.VIEWS;

import dev.fanout.scenarios.load.LoadGenerator;
import dev.fanout.scenarios.observe.Expectations;
import dev.fanout.scenarios.stage.Scenario;
import dev.fanout.scenarios.stage.ScenarioContext;
import dev.fanout.scenarios.stage.ServiceProcess;
import dev.fanout.scenarios.worker.WorkerSettings;
import java.time.Duration;

/** Everybody comes at once. */
public final class StampedeScenario implements Scenario {
    /** Much less than what comes, so that the bound is really met. */
    private static final int CAPACITY = 200;

    private static final Duration LOOK = Duration.ofMillis(300);

    @Override
    public String name() {
        return "stampede";
    }

    @Override
    public String shows() {
        return "a spike of 2,000 views at once: coalesced, bounded memory, 503 with Retry-After, "
                + "nothing accepted is lost";
    }

    @Override
    public Expectations play(ScenarioContext context) throws InterruptedException {
        int count = context.count(2_000);
        var place = context.workplaceWithPublisher(WorkerSettings.of(VIEWS, PROJECTION));
        place.worker();
        var publisher = context.publisher(place);
        publisher.start("fanout.views.capacity=" + CAPACITY);
        long mostInHand = 0;
        try (var load = new LoadGenerator(publisher, count)) {
            while (!load.isServed()) {
                mostInHand = Math.max(mostInHand, inHand(publisher));
                Thread.sleep(LOOK);
                context.progress().say("views accepted", load.accepted(), count);
            }
            context.progress().end();
            var calls = publisher.figures()
                    .sum("fanout_aws_calls_total", "operation=\"PublishBatch\"", "outcome=\"ok\"");
            context.await("views with their effect", load.accepted(), place.books()::doneOnce);
            return new Expectations()
                    .same("views accepted in the end", count, load.accepted())
                    .atLeast("answers 503", count > CAPACITY ? 1 : 0, load.refusals())
                    .same("answers 503 without Retry-After", 0, load.refusalsWithoutAdvice())
                    .atMost("views in hand at once", CAPACITY, mostInHand)
                    .atMost("calls to SNS", count / 3, calls)
                    .same("accepted views without an effect", 0, load.notIn(place.books().done().keySet()))
                    .same("views with one effect", count, place.books().doneOnce())
                    .same("views with more effects", 0, place.books().doneAgain());
        }
    }

    private static long inHand(ServiceProcess publisher) throws InterruptedException {
        return publisher.figures().sum("fanout_views_in_hand");
    }
}
