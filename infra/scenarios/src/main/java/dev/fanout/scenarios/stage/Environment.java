package dev.fanout.scenarios.stage;

import dev.fanout.events.Event;
import dev.fanout.messaging.aws.Naming;
import dev.fanout.messaging.aws.QueueProvisioner;
import dev.fanout.messaging.aws.TableProvisioner;
import dev.fanout.scenarios.aws.AwsClients;
import dev.fanout.scenarios.observe.TableContents;
import dev.fanout.scenarios.observe.WorkQueues;
import dev.fanout.scenarios.produce.MessageSink;
import dev.fanout.scenarios.produce.MessageSinks;
import dev.fanout.scenarios.produce.Producer;
import dev.fanout.scenarios.produce.SendRate;
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
final class Environment {
    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(120);

    private final AwsClients aws;
    private final Topology topology;
    private final Naming naming;
    private final Path folder;

    Environment(ScenarioContext context, Topology topology, String prefix) {
        this.aws = context.aws();
        this.topology = topology;
        this.naming = new Naming(prefix);
        this.folder = context.folder().resolve(prefix);
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

    WorkQueues queues(Subscription subscription) {
        return new WorkQueues(
                aws, naming.physical(subscription.queue()), naming.physical(subscription.deadLetterQueue()));
    }

    TableContents books() {
        return new TableContents(aws, naming);
    }

    MessageSink topic(Topic topic) {
        return new MessageSinks(aws).topic(naming.physical(topic.name()));
    }

    /** @param sent hears after each call how many are sent */
    Producer.Sent send(MessageSink to, List<? extends Event> events, SendRate rate, IntConsumer sent)
            throws InterruptedException {
        return new Producer(to, rate, SEND_TIMEOUT, sent).produce(events);
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
        CleanUp.clear(DesiredTopology.of(topology, new Prefix(naming.prefix())), aws);
    }
}
