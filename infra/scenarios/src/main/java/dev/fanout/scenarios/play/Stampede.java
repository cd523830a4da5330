package dev.fanout.scenarios.play;

import static dev.fanout.scenarios.worker.Hears.VIEWS;
import static dev.fanout.scenarios.worker.Kind.PROJECTION;

import dev.fanout.scenarios.stage.Findings;
import dev.fanout.scenarios.stage.ServiceProcess;
import dev.fanout.scenarios.stage.Stage;
import dev.fanout.scenarios.worker.Post;
import java.time.Duration;

/** Everybody comes at once. */
final class Stampede implements Scenario {
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
    public Findings play(Stage stage) throws InterruptedException {
        int count = stage.count(2_000);
        var place = stage.workplaceWithPublisher(Post.of(VIEWS, PROJECTION));
        place.worker();
        var publisher = stage.publisher(place);
        publisher.start("fanout.views.capacity=" + CAPACITY);
        long mostInHand = 0;
        try (var crowd = new Crowd(publisher, count)) {
            while (!crowd.isServed()) {
                mostInHand = Math.max(mostInHand, inHand(publisher));
                Thread.sleep(LOOK);
                stage.progress().say("views accepted", crowd.accepted(), count);
            }
            stage.progress().end();
            var calls = publisher.figures()
                    .sum("fanout_aws_calls_total", "operation=\"PublishBatch\"", "outcome=\"ok\"");
            stage.await("views with their effect", crowd.accepted(), place.books()::doneOnce);
            return new Findings()
                    .same("views accepted in the end", count, crowd.accepted())
                    .atLeast("answers 503", count > CAPACITY ? 1 : 0, crowd.refusals())
                    .same("answers 503 without Retry-After", 0, crowd.refusalsWithoutAdvice())
                    .atMost("views in hand at once", CAPACITY, mostInHand)
                    .atMost("calls to SNS", count / 3, calls)
                    .same("accepted views without an effect", 0, crowd.notIn(place.books().done().keySet()))
                    .same("views with one effect", count, place.books().doneOnce())
                    .same("views with more effects", 0, place.books().doneAgain());
        }
    }

    private static long inHand(ServiceProcess publisher) throws InterruptedException {
        return publisher.figures().sum("fanout_views_in_hand");
    }
}
