package dev.fanout.scenarios.stage;

import dev.fanout.cli.console.Terminal;
import dev.fanout.cli.up.RunningProgram;
import dev.fanout.scenarios.aws.Aws;
import dev.fanout.scenarios.produce.Progress;
import dev.fanout.scenarios.worker.Post;
import dev.fanout.topology.Fanout;
import dev.fanout.topology.Service;
import dev.fanout.topology.Topology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Where one scenario is played. All that was made for it goes when it is closed. */
public final class Stage implements AutoCloseable {
    private static final Service PUBLISHER = Fanout.TOPOLOGY.service("publisher").orElseThrow();

    private final Supplier<Aws> aws;
    private final Programs programs;
    private final Conditions conditions;
    private final Progress progress;
    private final Terminal terminal;
    private final Path folder;
    private final Processes processes;
    private final Patience patience;
    private final List<Place> places = new ArrayList<>();
    private final List<AutoCloseable> own = new ArrayList<>();
    private boolean closed;

    /** @param aws asked for when something is made there */
    public Stage(
            Supplier<Aws> aws, Programs programs, Conditions conditions, Progress progress, Terminal terminal) {
        this.aws = aws;
        this.programs = programs;
        this.conditions = conditions;
        this.progress = progress;
        this.terminal = terminal;
        try {
            this.folder = Files.createTempDirectory("fanout-scenario-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.processes = new Processes(folder, () -> aws.get().where());
        this.patience = new Patience(conditions, processes, progress);
    }

    Aws aws() {
        return aws.get();
    }

    Programs programs() {
        return programs;
    }

    Processes processes() {
        return processes;
    }

    public Conditions conditions() {
        return conditions;
    }

    public Progress progress() {
        return progress;
    }

    public Path folder() {
        return folder;
    }

    /** What else there is to see than the findings. */
    public void show(List<String> lines) {
        progress.end();
        terminal.lines(lines);
    }

    /** Where to look at what was kept. */
    public List<String> kept() {
        var names = places.stream()
                .map(place -> "  Kept: everything under %s at %s".formatted(place.prefix(), aws()));
        return Stream.concat(names, Stream.of("  Kept: logs and figures in " + folder)).toList();
    }

    /** How many messages, if nobody chose another number. */
    public int count(int usual) {
        return conditions.count().orElse(usual);
    }

    public Workplace workplace(Post post) {
        return new Workplace(this, post, place(post.topology()));
    }

    /** With the publisher's topics and tables beside the worker's own. */
    public Workplace workplaceWithPublisher(Post post) {
        var services = List.of(PUBLISHER, post.service());
        return new Workplace(this, post, place(new Topology(services, Fanout.TOPOLOGY.shared())));
    }

    public Auditors auditors() {
        return new Auditors(this, place(Auditors.topology()));
    }

    private synchronized Place place(Topology topology) {
        var place = new Place(this, topology, "s%08x-".formatted(ThreadLocalRandom.current().nextInt()));
        places.add(place);
        return place;
    }

    public ServiceProcess publisher(Workplace workplace) {
        return new ServiceProcess(this, workplace.place(), PUBLISHER);
    }

    /** A local stack that keeps its data in this stage's folder, and that only this stage uses. */
    public synchronized LocalAws localAws() throws InterruptedException {
        var local = LocalAws.start(programs, Optional.of(folder.resolve("data")));
        own.add(local);
        return local;
    }

    /** The same stage, before another AWS. */
    public synchronized Stage on(LocalAws local) {
        var other = new Aws(local.where());
        var stage = new Stage(() -> other, programs, conditions, progress, terminal);
        own.add(0, other);
        own.add(0, stage);
        return stage;
    }

    /** Of something that goes on. */
    public interface Count {
        long now() throws InterruptedException;
    }

    /** Waits until so many are done, or for as long as there is patience; what is observed then will tell. */
    public void await(String what, long all, Count done) throws InterruptedException {
        var now = new long[1];
        patience.await(() -> what + " " + now[0] + " of " + all, () -> (now[0] = done.now()) >= all);
    }

    public void awaitEmpty(Workplace workplace) throws InterruptedException {
        patience.await(() -> "left in the queue: " + workplace.queues().depth().all(),
                () -> workplace.queues().depth().all() == 0);
    }

    int awaitDeath(RunningProgram program) throws InterruptedException {
        processes.release(program);
        patience.await(() -> "that " + program.name() + " dies", () -> !program.isAlive());
        if (program.isAlive())
            throw new SceneFailed(program.name() + " was meant to die and did not", program.lastLines());
        return program.exitCode();
    }

    /** Who comes second waits for the first: at Ctrl-C, it is closed from two sides. */
    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        progress.end();
        processes.endAll();
        own.forEach(Stage::close);
        if (conditions.keep()) return;
        places.forEach(Place::clear);
        deleteFolder();
    }

    private static void close(AutoCloseable each) {
        try {
            each.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void deleteFolder() {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
