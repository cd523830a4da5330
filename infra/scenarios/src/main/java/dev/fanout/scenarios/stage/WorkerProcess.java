package dev.fanout.scenarios.stage;

import dev.fanout.cli.up.process.RunningProgram;
import dev.fanout.scenarios.observe.PrometheusMetrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A subscriber at work. */
public final class WorkerProcess {
    private final RunningProgram running;
    private final ScenarioContext context;
    private final Path figures;

    WorkerProcess(RunningProgram running, ScenarioContext context, Path figures) {
        this.running = running;
        this.context = context;
        this.figures = figures;
    }

    /** Waits until it dies of what the play has in store for it. */
    public int awaitDeath() throws InterruptedException {
        return context.awaitDeath(running);
    }

    /** How it went. */
    public record Departure(int exitCode, Duration took, PrometheusMetrics metrics) {}

    /** Ends it in order, by SIGTERM: what it has in hand is finished first. */
    public Departure end() {
        var begin = System.nanoTime();
        context.processes().end(running);
        return new Departure(running.exitCode(), Duration.ofNanos(System.nanoTime() - begin), figures());
    }

    /** As {@link #end()}. */
    public PrometheusMetrics stop() {
        return end().metrics();
    }

    private PrometheusMetrics figures() {
        try {
            return Files.exists(figures) ? new PrometheusMetrics(Files.readString(figures)) : PrometheusMetrics.NONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
