package dev.fanout.scenarios.stage;

import dev.fanout.events.Event;
import dev.fanout.messaging.aws.Naming;
import dev.fanout.messaging.aws.QueueProvisioner;
import dev.fanout.messaging.aws.TableProvisioner;
import dev.fanout.scenarios.aws.Aws;
import dev.fanout.scenarios.produce.Outlet;
import dev.fanout.scenarios.produce.Outlets;
import dev.fanout.scenarios.produce.Pace;
import dev.fanout.scenarios.produce.Producer;
import dev.fanout.topology.Prefix;
import dev.fanout.topology.Subscription;
import dev.fanout.topology.Topic;
import dev.fanout.topology.Topology;
import dev.fanout.topology.desired.DesiredTopology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** All that a topology wants, under a prefix that nobody else has; and a folder. */
final class Place {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Aws aws;
    private final Topology topology;
    private final Naming naming;
    private final Path folder;

    Place(Stage stage, Topology topology, String prefix) {
        this.aws = stage.aws();
        this.topology = topology;
        this.naming = new Naming(prefix);
        this.folder = stage.folder().resolve(prefix);
        provision();
    }

    private void provision() {
        new TableProvisioner(aws.dynamoDb(), naming).provision(topology);
        new QueueProvisioner(aws.sqs(), aws.sns(), naming).provision(topology);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String prefix() {
        return naming.prefix();
    }

    Path folder() {
        return folder;
    }

    Queues queues(Subscription subscription) {
        return new Queues(
                aws, naming.physical(subscription.queue()), naming.physical(subscription.deadLetterQueue()));
    }

    Books books() {
        return new Books(aws, naming);
    }

    Outlet topic(Topic topic) {
        return new Outlets(aws).topic(naming.physical(topic.name()));
    }

    /** @param sent hears after each call how many are sent */
    Producer.Sent send(Outlet to, List<? extends Event> events, Pace pace, IntConsumer sent)
            throws InterruptedException {
        return new Producer(to, pace, PATIENCE, sent).produce(events);
    }

    /**
     * For a process that is to work here.
     *
     * @param more settings, without the dashes
     */
    List<String> settings(String... more) {
        var settings = new ArrayList<String>();
        settings.add("--fanout.prefix=" + naming.prefix());
        settings.add("--fanout.retry.first-delay=500ms");
        for (var setting : more) settings.add("--" + setting);
        return settings;
    }

    void clear() {
        Names.clear(DesiredTopology.of(topology, new Prefix(naming.prefix())), aws);
    }
}
