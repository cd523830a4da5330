package dev.fanout.scenarios.stage;

import dev.fanout.events.Event;
import dev.fanout.scenarios.observe.TableContents;
import dev.fanout.scenarios.observe.WorkQueues;
import dev.fanout.scenarios.produce.MessageSink;
import dev.fanout.scenarios.produce.Producer;
import dev.fanout.scenarios.produce.SendRate;
import dev.fanout.scenarios.worker.WorkerFiles;
import dev.fanout.scenarios.worker.WorkerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A queue with its dead letters, tables and a topic; and who works there. */
public final class WorkerEnvironment {
    private final ScenarioContext context;
    private final WorkerSettings settings;
    private final Environment environment;
    private final WorkQueues queues;
    private final TableContents contents;
    private final MessageSink topic;
    private int workers;

    WorkerEnvironment(ScenarioContext context, WorkerSettings settings, Environment environment) {
        this.context = context;
        this.settings = settings;
        this.environment = environment;
        this.queues = environment.queues(settings.subscription());
        this.contents = environment.books();
        this.topic = environment.topic(settings.source().topic());
    }

    Environment place() {
        return environment;
    }

    public WorkQueues queues() {
        return queues;
    }

    public TableContents books() {
        return contents;
    }

    /** @param more settings, without the dashes */
    public WorkerProcess worker(String... more) throws InterruptedException {
        var figures = environment.folder().resolve("figures-%d.txt".formatted(++workers));
        var arguments = new ArrayList<>(settings.arguments());
        arguments.addAll(new WorkerFiles(effectsFile(), figures).arguments());
        arguments.addAll(environment.settings(more));
        var running = context.processes().start(context.programs().worker(arguments));
        return new WorkerProcess(running, context, figures);
    }

    /** As fast as possible. */
    public Producer.Sent send(List<? extends Event> events) throws InterruptedException {
        return send(events, 0);
    }

    public Producer.Sent send(List<? extends Event> events, double rate) throws InterruptedException {
        var pace = new SendRate(rate, context.conditions().batchSize());
        return environment.send(topic, events, pace, sent -> context.progress().say("sent", sent, events.size()));
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
        return environment.folder().resolve("effects.txt");
    }
}
