package dev.fanout.cli.up.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One process, with what it said last. */
public final class RunningProgram {
    private final Program program;
    private final Process process;
    private final long startedAt = System.nanoTime();
    private final LastLines lastLines = new LastLines();
    private final Thread reader;

    private RunningProgram(Program program, Process process, Consumer<String> log) {
        this.program = program;
        this.process = process;
        this.reader = Thread.ofPlatform().daemon().name(program.name() + "-log").start(() -> follow(log));
    }

    public static RunningProgram start(Program program, Map<String, String> environment, Consumer<String> log) {
        var builder = new ProcessBuilder(EndsWithUs.command(program.command())).redirectErrorStream(true);
        // a profile, token or endpoint of the user's own must not lead a local service to a real account
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().putAll(environment);
        try {
            return new RunningProgram(program, builder.start(), log);
        } catch (IOException e) {
            throw new StartFailed("%s cannot be started: %s".formatted(program.name(), e.getMessage()));
        }
    }

    public Program program() {
        return program;
    }

    public String name() {
        return program.name();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public int exitCode() {
        return process.exitValue();
    }

    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    CompletableFuture<RunningProgram> onEnd() {
        return process.onExit().thenApply(_ -> this);
    }

    public List<String> lastLines() {
        if (!isAlive()) awaitTheLastLine();
        return lastLines.all();
    }

    /** Asks it to end, and insists after the grace period. Answers whether asking was enough. */
    public boolean end(Duration grace) {
        // not Process.destroy(), which closes the pipe too: what it says while it ends would be lost
        process.toHandle().destroy();
        var ended = awaitEnd(grace);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.toHandle().destroyForcibly();
            awaitEnd(Duration.ofSeconds(5));
        }
        awaitTheLastLine();
        return ended;
    }

    private boolean awaitEnd(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void awaitTheLastLine() {
        try {
            reader.join(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(Consumer<String> log) {
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                lastLines.add(line);
                log.accept(line);
            }
        } catch (IOException e) {
            log.accept("(its log cannot be read any more: " + e.getMessage() + ")");
        }
    }
}
