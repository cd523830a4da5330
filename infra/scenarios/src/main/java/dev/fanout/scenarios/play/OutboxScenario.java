package dev.fanout.scenarios.play;

import static dev.fanout.scenarios.load.KilledProcess.KILLED;
import static dev.fanout.scenarios.worker.WorkerKind.PROJECTION;
import static dev.fanout.scenarios.worker.WorkerSource.ORDERS;

import dev.fanout.scenarios.load.OrderingClient;
import dev.fanout.scenarios.observe.Expectations;
import dev.fanout.scenarios.stage.Scenario;
import dev.fanout.scenarios.stage.ScenarioContext;
import dev.fanout.scenarios.stage.ServiceProcess;
import dev.fanout.scenarios.worker.WorkerSettings;
import java.util.stream.Stream;

/** The publisher dies on both sides of its topic. */
public final class OutboxScenario implements Scenario {
    /** Shorter than usual, so that what a crash left is found within seconds. */
    private static final String[] EAGER = {
        "fanout.outbox.sweep-every=500ms", "fanout.outbox.sweep-after=2s", "fanout.outbox.lease=3s"
    };

    private static final int DIES_AT = 5;

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public String shows() {
        return "the publisher dies between commit and publish, and between publish and marking: "
                + "every order answered 201 is published, effects once";
    }

    @Override
    public Expectations play(ScenarioContext context) throws InterruptedException {
        int count = Math.max(3 * DIES_AT, context.count(60));
        var place = context.workplaceWithPublisher(WorkerSettings.of(ORDERS, PROJECTION));
        var worker = place.worker();
        var publisher = context.publisher(place);
        var client = new OrderingClient(publisher);

        int unpublished = diesOf("crash-before-publish", publisher, client, count);
        var leftUnpublished = place.books().outbox();
        int unmarked = diesOf("crash-before-mark", publisher, client, count);
        var leftUnmarked = place.books().outbox();

        publisher.start(EAGER);
        client.ordersUntil(count);
        context.await("published", 0, () -> -place.books().outbox());
        context.await("orders heard of", count, () -> place.books().done().size());
        context.awaitEmpty(place);
        var metrics = worker.stop();
        return new Expectations()
                .same("exit code between commit and publish", KILLED, unpublished)
                .atLeast("events left in the outbox by that", 1, leftUnpublished)
                .same("exit code between publish and marking", KILLED, unmarked)
                .atLeast("events left in the outbox by that", 1, leftUnmarked)
                .same("orders answered 201", count, client.answered().size())
                .same("orders answered 201 and not heard of", 0, client.notIn(place.books().done().keySet()))
                .same("orders heard of once", count, place.books().doneOnce())
                .same("orders heard of more often", 0, place.books().doneAgain())
                .atLeast("events published again, found to be repetitions", 1, metrics.duplicates())
                .same("left in the outbox", 0, place.books().outbox())
                .same("left in the queue", 0, place.queues().depth().all());
    }

    private static int diesOf(String fault, ServiceProcess publisher, OrderingClient client, int count)
            throws InterruptedException {
        publisher.start(Stream.concat(
                        Stream.of(EAGER),
                        Stream.of(
                                "fanout.chaos.enabled=true",
                                "fanout.chaos.faults.%s=once %d".formatted(fault, DIES_AT)))
                .toArray(String[]::new));
        publisher.maySoonDie();
        // not all of them, however late it dies
        client.ordersUntil(client.answered().size() + count / 3);
        return publisher.awaitDeath();
    }
}
