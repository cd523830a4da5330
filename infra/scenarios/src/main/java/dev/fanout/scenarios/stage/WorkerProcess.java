package dev.fanout.scenarios.stage;

import dev.fanout.cli.up.RunningProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A subscriber at work. */
public final class WorkerProcess {
    private final RunningProgram running;
    private final Stage stage;
    private final Path figures;

    WorkerProcess(RunningProgram running, Stage stage, Path figures) {
        this.running = running;
        this.stage = stage;
        this.figures = figures;
    }

    /** Waits until it dies of what the play has in store for it. */
    public int awaitDeath() throws InterruptedException {
        return stage.awaitDeath(running);
    }

    /** How it went. */
    public record Departure(int exitCode, Duration took, Figures figures) {}

    /** Ends it in order, by SIGTERM: what it has in hand is finished first. */
    public Departure end() {
        var begin = System.nanoTime();
        stage.processes().end(running);
        return new Departure(running.exitCode(), Duration.ofNanos(System.nanoTime() - begin), figures());
    }

    /** As {@link #end()}. */
    public Figures stop() {
        return end().figures();
    }

    private Figures figures() {
        try {
            return Files.exists(figures) ? new Figures(Files.readString(figures)) : Figures.NONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
