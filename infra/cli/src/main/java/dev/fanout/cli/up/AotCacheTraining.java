package dev.fanout.cli.up;

import dev.fanout.cli.console.Terminal;
import dev.fanout.cli.jars.QuickJar;
import dev.fanout.cli.up.process.Installation;
import dev.fanout.cli.up.process.MergedLog;
import dev.fanout.cli.up.process.Program;
import dev.fanout.cli.up.process.Readiness;
import dev.fanout.cli.up.process.RunningProgram;
import dev.fanout.cli.up.process.StartFailed;
import dev.fanout.cli.up.process.Suite;
import dev.fanout.cli.up.process.Units;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;

/**
 * Runs programs once, only so that their JVMs write down what a start loads and links. A Spring service ends when
 * its context is complete, before it opens a port or calls AWS; any other program is ended when it is ready.
 */
record AotCacheTraining(Readiness readiness, Path logFile, Duration patience) {
    /** A run is one busy thread most of the time. */
    private static final int AT_ONCE = 2;

    /** After Ctrl-C nobody wants to wait for half a cache. */
    private static final Duration AT_ONE_BLOW = Duration.ZERO;

    private static final long POLL_MILLIS = 100;
    private static final Set<Integer> GOOD_ENDS = Set.of(0, 143);

    /**
     * A start is all compilation, and the second compiler makes it longer. With a cache it does not; then both
     * may work, even if the cache was made with one.
     */
    static final String ONE_COMPILER = "-XX:TieredStopAtLevel=1";

    static AotCacheTraining in(Installation installation) {
        return new AotCacheTraining(Readiness.byHttp(), installation.trainingLog(), Duration.ofSeconds(300));
    }

    void run(List<Program> programs, MergedLog log) throws InterruptedException {
        if (programs.isEmpty()) return;
        var names = programs.stream().map(Program::name).toList();
        log.say("preparing a quick start, once for each new jar: " + String.join(", ", names));
        try (var output = new PrintStream(Files.newOutputStream(logFile));
                var suite = new Suite(new MergedLog(new Terminal(output, false), names), Up.LOCAL_AWS, AT_ONE_BLOW)) {
            Runtime.getRuntime().addShutdownHook(new Thread(suite::close));
            runAll(programs, suite, log);
            if (suite.isClosed()) throw new StartFailed("stopped while it was prepared");
        } catch (IOException e) {
            log.alarm("not prepared: %s cannot be written: %s".formatted(logFile, e.getMessage()));
        }
    }

    private void runAll(List<Program> programs, Suite suite, MergedLog log) {
        try (var some = Executors.newFixedThreadPool(AT_ONCE)) {
            programs.forEach(program -> some.submit(() -> {
                run(program, suite, log);
                return program;
            }));
        }
    }

    private void run(Program program, Suite suite, MergedLog log) throws IOException, InterruptedException {
        var jar = new QuickJar(program.jar().orElseThrow());
        var running = suite.start(List.of(learning(program, jar))).getFirst();
        awaitReadyOrEnd(running);
        var ended = running.end(patience);
        if (ended && GOOD_ENDS.contains(running.exitCode()) && Files.exists(jar.unfinishedCache())) {
            Files.move(jar.unfinishedCache(), jar.cache());
            log.say("%s is prepared after %s".formatted(program.name(), Units.seconds(running.age())));
        } else if (!suite.isClosed()) {
            log.alarm("%s is not prepared and starts slowly; why, is in %s".formatted(program.name(), logFile));
        }
    }

    private static Program learning(Program program, QuickJar jar) {
        return program.from(jar.jar(), ONE_COMPILER, "-Dspring.context.exit=onRefresh",
                "-XX:AOTCacheOutput=" + jar.unfinishedCache());
    }

    private void awaitReadyOrEnd(RunningProgram running) throws InterruptedException {
        while (running.isAlive() && running.age().compareTo(patience) < 0 && !readiness.isReady(running.program())) {
            Thread.sleep(POLL_MILLIS);
        }
    }
}
