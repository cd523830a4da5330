package dev.fanout.scenarios.stage;

import dev.fanout.cli.up.RunningProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

    /** Ends it in order: what it has in hand is finished first. */
    public Figures stop() {
        stage.processes().end(running);
        try {
            return Files.exists(figures) ? new Figures(Files.readString(figures)) : Figures.NONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
