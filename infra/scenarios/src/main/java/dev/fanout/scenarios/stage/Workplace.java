package dev.fanout.scenarios.stage;

import dev.fanout.events.Event;
import dev.fanout.scenarios.produce.Outlet;
import dev.fanout.scenarios.produce.Pace;
import dev.fanout.scenarios.produce.Producer;
import dev.fanout.scenarios.worker.Papers;
import dev.fanout.scenarios.worker.Post;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A queue with its dead letters, tables and a topic; and who works there. */
public final class Workplace {
    private final Stage stage;
    private final Post post;
    private final Place place;
    private final Queues queues;
    private final Books books;
    private final Outlet topic;
    private int workers;

    Workplace(Stage stage, Post post, Place place) {
        this.stage = stage;
        this.post = post;
        this.place = place;
        this.queues = place.queues(post.subscription());
        this.books = place.books();
        this.topic = place.topic(post.hears().topic());
    }

    Place place() {
        return place;
    }

    public Queues queues() {
        return queues;
    }

    public Books books() {
        return books;
    }

    /** @param more settings, without the dashes */
    public WorkerProcess worker(String... more) throws InterruptedException {
        var figures = place.folder().resolve("figures-%d.txt".formatted(++workers));
        var arguments = new ArrayList<>(post.arguments());
        arguments.addAll(new Papers(effectsFile(), figures).arguments());
        arguments.addAll(place.settings(more));
        var running = stage.processes().start(stage.programs().worker(arguments));
        return new WorkerProcess(running, stage, figures);
    }

    /** As fast as possible. */
    public Producer.Sent send(List<? extends Event> events) throws InterruptedException {
        return send(events, 0);
    }

    public Producer.Sent send(List<? extends Event> events, double rate) throws InterruptedException {
        var pace = new Pace(rate, stage.conditions().batchSize());
        return place.send(topic, events, pace, sent -> stage.progress().say("sent", sent, events.size()));
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
        return place.folder().resolve("effects.txt");
    }
}
