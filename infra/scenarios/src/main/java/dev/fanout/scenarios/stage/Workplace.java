package dev.fanout.scenarios.stage;

import dev.fanout.events.Event;
import dev.fanout.messaging.aws.Naming;
import dev.fanout.messaging.aws.QueueProvisioner;
import dev.fanout.messaging.aws.TableProvisioner;
import dev.fanout.scenarios.produce.Outlet;
import dev.fanout.scenarios.produce.Outlets;
import dev.fanout.scenarios.produce.Pace;
import dev.fanout.scenarios.produce.Producer;
import dev.fanout.scenarios.worker.Papers;
import dev.fanout.scenarios.worker.Post;
import dev.fanout.topology.Prefix;
import dev.fanout.topology.Topology;
import dev.fanout.topology.wanted.Wanted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A queue with its dead letters, tables and a topic, under a prefix that nobody else has; and who works there. */
public final class Workplace {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Stage stage;
    private final Post post;
    private final Topology topology;
    private final Naming naming;
    private final Path folder;
    private final Queues queues;
    private final Books books;
    private final Outlet topic;
    private int workers;

    Workplace(Stage stage, Post post, Topology topology, String prefix) {
        this.stage = stage;
        this.post = post;
        this.topology = topology;
        this.naming = new Naming(prefix);
        this.folder = stage.folder().resolve(prefix);
        provision();
        this.queues = new Queues(
                stage.aws(), naming.physical(post.subscription().queue()),
                naming.physical(post.subscription().deadLetterQueue()));
        this.books = new Books(stage.aws(), naming);
        this.topic = new Outlets(stage.aws()).topic(naming.physical(post.hears().topic().name()));
    }

    private void provision() {
        var aws = stage.aws();
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

    public Queues queues() {
        return queues;
    }

    public Books books() {
        return books;
    }

    /** @param more settings, without the dashes */
    public WorkerProcess worker(String... more) throws InterruptedException {
        var figures = folder.resolve("figures-%d.txt".formatted(++workers));
        var arguments = new ArrayList<>(post.arguments());
        arguments.addAll(new Papers(effectsFile(), figures).arguments());
        arguments.addAll(settings(more));
        var running = stage.processes().start(stage.programs().worker(arguments));
        return new WorkerProcess(running, stage, figures);
    }

    /** For a process that is to work here too. */
    List<String> settings(String... more) {
        var settings = new ArrayList<String>();
        settings.add("--fanout.prefix=" + naming.prefix());
        settings.add("--fanout.retry.first-delay=500ms");
        for (var setting : more) settings.add("--" + setting);
        return settings;
    }

    /** As fast as possible. */
    public Producer.Sent send(List<? extends Event> events) throws InterruptedException {
        return send(events, 0);
    }

    public Producer.Sent send(List<? extends Event> events, double rate) throws InterruptedException {
        var pace = new Pace(rate, stage.conditions().batchSize());
        return new Producer(topic, pace, PATIENCE, sent -> stage.progress().say("sent", sent, events.size()))
                .produce(events);
    }

    /** What actions did to the outside world, in its order. */
    public List<String> effects() {
        try {
            return Files.exists(effectsFile()) ? Files.readAllLines(effectsFile()) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path effectsFile() {
        return folder.resolve("effects.txt");
    }

    void clear() {
        Names.clear(Wanted.of(topology, new Prefix(naming.prefix())), stage.aws());
    }
}
