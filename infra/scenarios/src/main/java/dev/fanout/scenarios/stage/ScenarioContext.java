package dev.fanout.scenarios.stage;

import dev.fanout.cli.console.Terminal;
import dev.fanout.cli.up.process.RunningProgram;
import dev.fanout.scenarios.aws.AwsClients;
import dev.fanout.scenarios.produce.Progress;
import dev.fanout.scenarios.worker.WorkerSettings;
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
public final class ScenarioContext implements AutoCloseable {
    private static final Service PUBLISHER = Fanout.TOPOLOGY.service("publisher").orElseThrow();

    private final Supplier<AwsClients> aws;
    private final Programs programs;
    private final ScenarioOptions options;
    private final Progress progress;
    private final Terminal terminal;
    private final Path folder;
    private final Processes processes;
    private final Waiter waiter;
    private final List<Environment> places = new ArrayList<>();
    private final List<AutoCloseable> own = new ArrayList<>();
    private boolean closed;

    /** @param aws asked for when something is made there */
    public ScenarioContext(
            Supplier<AwsClients> aws, Programs programs, ScenarioOptions options, Progress progress,
                    Terminal terminal) {
        this.aws = aws;
        this.programs = programs;
        this.options = options;
        this.progress = progress;
        this.terminal = terminal;
        try {
            this.folder = Files.createTempDirectory("fanout-scenario-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.processes = new Processes(folder, () -> aws.get().where());
        this.waiter = new Waiter(options, processes, progress);
    }

    AwsClients aws() {
        return aws.get();
    }

    Programs programs() {
        return programs;
    }

    Processes processes() {
        return processes;
    }

    public ScenarioOptions conditions() {
        return options;
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
                .map(environment -> "  Kept: everything under %s at %s".formatted(environment.prefix(), aws()));
        return Stream.concat(names, Stream.of("  Kept: logs and figures in " + folder)).toList();
    }

    /** How many messages, if nobody chose another number. */
    public int count(int usual) {
        return options.count().orElse(usual);
    }

    public WorkerEnvironment workplace(WorkerSettings settings) {
        return new WorkerEnvironment(this, settings, place(settings.topology()));
    }

    /** With the publisher's topics and tables beside the worker's own. */
    public WorkerEnvironment workplaceWithPublisher(WorkerSettings settings) {
        var services = List.of(PUBLISHER, settings.service());
        return new WorkerEnvironment(this, settings, place(new Topology(services, Fanout.TOPOLOGY.shared())));
    }

    public Auditors auditors() {
        return new Auditors(this, place(Auditors.topology()));
    }

    private synchronized Environment place(Topology topology) {
        var environment = new Environment(this, topology, "s%08x-".formatted(ThreadLocalRandom.current().nextInt()));
        places.add(environment);
        return environment;
    }

    public ServiceProcess publisher(WorkerEnvironment workers) {
        return new ServiceProcess(this, workers.place(), PUBLISHER);
    }

    /** A local stack that keeps its data in this stage's folder, and that only this stage uses. */
    public synchronized LocalAws localAws() throws InterruptedException {
        var local = LocalAws.start(programs, Optional.of(folder.resolve("data")));
        own.add(local);
        return local;
    }

    /** The same stage, before another AWS. */
    public synchronized ScenarioContext on(LocalAws local) {
        var other = new AwsClients(local.where());
        var context = new ScenarioContext(() -> other, programs, options, progress, terminal);
        own.add(0, other);
        own.add(0, context);
        return context;
    }

    /** Of something that goes on. */
    public interface Count {
        long now() throws InterruptedException;
    }

    /** Waits until so many are done, or for as long as there is patience; what is observed then will tell. */
    public void await(String what, long all, Count done) throws InterruptedException {
        var now = new long[1];
        waiter.await(() -> what + " " + now[0] + " of " + all, () -> (now[0] = done.now()) >= all);
    }

    public void awaitEmpty(WorkerEnvironment workers) throws InterruptedException {
        waiter.await(() -> "left in the queue: " + workers.queues().depth().all(),
                () -> workers.queues().depth().all() == 0);
    }

    int awaitDeath(RunningProgram program) throws InterruptedException {
        processes.release(program);
        waiter.await(() -> "that " + program.name() + " dies", () -> !program.isAlive());
        if (program.isAlive())
            throw new ScenarioFailed(program.name() + " was meant to die and did not", program.lastLines());
        return program.exitCode();
    }

    /** Who comes second waits for the first: at Ctrl-C, it is closed from two sides. */
    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        progress.end();
        processes.endAll();
        own.forEach(ScenarioContext::close);
        if (options.keep()) return;
        places.forEach(Environment::clear);
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
