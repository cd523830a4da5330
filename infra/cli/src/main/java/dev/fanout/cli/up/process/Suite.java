package dev.fanout.cli.up.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The processes of one run, from the first start to the last end. */
public final class Suite implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final MergedLog log;
    private final Map<String, String> environment;
    private final Duration grace;
    private final List<List<RunningProgram>> waves = new ArrayList<>();
    private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
    private volatile boolean closed;

    /** @param grace how long a program may take to end before it is killed */
    public Suite(MergedLog log, Map<String, String> environment, Duration grace) {
        this.log = log;
        this.environment = environment;
        this.grace = grace;
    }

    public synchronized List<RunningProgram> start(List<Program> wave) {
        if (closed) throw new StartFailed("stopped while it was starting");
        var started = new ArrayList<RunningProgram>();
        // known before it is complete: when the second of three cannot start, the first must still be ended
        waves.add(started);
        for (var program : wave) {
            started.add(start(program));
        }
        return started;
    }

    private RunningProgram start(Program program) {
        return RunningProgram.start(program, environment, line -> log.line(program.name(), line));
    }

    public synchronized List<RunningProgram> all() {
        return waves.stream().flatMap(List::stream).toList();
    }

    /** From now on what ends is started again. Before, an end fails the start; once closed, it is wanted. */
    public void watch() {
        all().forEach(program -> watch(program, FIRST_PAUSE));
    }

    /** Returns when something has ended without which the others are of no use, or when all were asked to end. */
    public void awaitEnd() {
        end.join();
    }

    public boolean isClosed() {
        return closed;
    }

    /** Ends the last wave first, the programs of a wave together. A second caller waits for the first. */
    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        waves.reversed().forEach(this::end);
        end.complete(null);
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

    private void watch(RunningProgram program, Duration pause) {
        program.onEnd().thenAccept(ended -> comeBack(ended, pause));
    }

    private void comeBack(RunningProgram ended, Duration pause) {
        if (closed) return;
        var end = "%s (pid %d) ended with exit code %d".formatted(ended.name(), ended.pid(), ended.exitCode());
        if (!ended.program().comesBack()) {
            log.alarm(end + ", and what it held is gone with it: nothing can go on");
            this.end.complete(null);
            return;
        }
        log.alarm(end + "; it is started again in " + Units.seconds(pause));
        var later = CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture.runAsync(() -> startAgain(ended, pause), later).whenComplete((_, failure) -> {
            if (failure != null) log.alarm("%s is not started again: %s".formatted(ended.name(), failure.getMessage()));
        });
    }

    private synchronized void startAgain(RunningProgram ended, Duration pause) {
        if (closed) return;
        var again = start(ended.program());
        waves.forEach(wave -> wave.replaceAll(program -> program == ended ? again : program));
        log.say("%s is started again (pid %d)".formatted(again.name(), again.pid()));
        // one that dies of its own configuration must not take the machine
        var livedLong = ended.age().compareTo(LONGEST_PAUSE) > 0;
        watch(again, livedLong ? FIRST_PAUSE : doubled(pause));
    }

    private static Duration doubled(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
}
