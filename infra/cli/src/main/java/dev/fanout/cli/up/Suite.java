package dev.fanout.cli.up;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/** The processes of one run, from the first start to the last end. */
final class Suite implements AutoCloseable {
    private final Log log;
    private final Map<String, String> environment;
    private final Duration grace;
    private final List<List<RunningProgram>> waves = new ArrayList<>();
    private volatile boolean closed;

    /** @param grace how long a program may take to end before it is killed */
    Suite(Log log, Map<String, String> environment, Duration grace) {
        this.log = log;
        this.environment = environment;
        this.grace = grace;
    }

    synchronized List<RunningProgram> start(List<Program> wave) {
        if (closed) throw new StartFailed("stopped while it was starting");
        var started = new ArrayList<RunningProgram>();
        // known before it is complete: when the second of three cannot start, the first must still be ended
        waves.add(started);
        for (var program : wave) {
            started.add(RunningProgram.start(program, environment, line -> log.line(program.name(), line)));
        }
        return started;
    }

    synchronized List<RunningProgram> all() {
        return waves.stream().flatMap(List::stream).toList();
    }

    /** From now on an end is worth a line. Before, it fails the start; once closed, it is wanted. */
    void watch() {
        all().forEach(program -> program.onEnd().thenAccept(this::reportUnexpectedEnd));
    }

    void awaitEndOfAll() {
        var ends = all().stream().map(RunningProgram::onEnd).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(ends).join();
    }

    boolean isClosed() {
        return closed;
    }

    /** Ends the last wave first, the programs of a wave together. A second caller waits for the first. */
    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        waves.reversed().forEach(this::end);
    }

    private void end(List<RunningProgram> wave) {
        var alive = wave.stream().filter(RunningProgram::isAlive).toList();
        if (alive.isEmpty()) return;
        log.say("stopping " + String.join(", ", alive.stream().map(RunningProgram::name).toList()));
        try (var atOnce = Executors.newVirtualThreadPerTaskExecutor()) {
            alive.forEach(program -> atOnce.execute(() -> end(program)));
        }
    }

    private void end(RunningProgram program) {
        if (program.end(grace)) log.say(program.name() + " stopped");
        else log.alarm("%s did not stop within %d s: killed".formatted(program.name(), grace.toSeconds()));
    }

    private void reportUnexpectedEnd(RunningProgram program) {
        if (closed) return;
        log.alarm("%s (pid %d) ended with exit code %d; the others go on"
                .formatted(program.name(), program.pid(), program.exitCode()));
    }
}
