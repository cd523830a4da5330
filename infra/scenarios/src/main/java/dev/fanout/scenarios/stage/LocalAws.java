package dev.fanout.scenarios.stage;

import dev.fanout.cli.up.process.Program;
import dev.fanout.cli.up.process.Readiness;
import dev.fanout.cli.up.process.RunningProgram;
import dev.fanout.scenarios.aws.AwsEnvironment;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A local stack of our own, which may be treated badly. */
public final class LocalAws implements AutoCloseable {
    private static final Duration READY_TIMEOUT = Duration.ofSeconds(90);
    private static final long POLL_MILLIS = 100;

    private final Program program;
    private final AwsEnvironment where;
    private RunningProgram running;

    private LocalAws(Program program) throws InterruptedException {
        this.program = program;
        this.where = AwsEnvironment.local(URI.create("http://localhost:" + program.ports().getFirst()));
        this.running = start();
    }

    /** Ready when it returns. */
    public static LocalAws start(Programs programs, Optional<Path> data) throws InterruptedException {
        var arguments = data.map(folder -> List.of("--data", folder.toString())).orElse(List.of());
        return new LocalAws(programs.local(Programs.freePort(), arguments));
    }

    private RunningProgram start() throws InterruptedException {
        var started = RunningProgram.start(program, Map.of(), _ -> {});
        var readiness = Readiness.byHttp();
        while (!readiness.isReady(program)) {
            if (!started.isAlive() || started.age().compareTo(READY_TIMEOUT) > 0)
                throw new ScenarioFailed("The local stack does not start", started.lastLines());
            Thread.sleep(POLL_MILLIS);
        }
        return started;
    }

    public AwsEnvironment where() {
        return where;
    }

    public long pid() {
        return running.pid();
    }

    /** It answers nobody, and keeps every connection open: what a hanging network looks like. */
    public void freeze() throws InterruptedException {
        Signals.freeze(pid());
    }

    public void thaw() throws InterruptedException {
        Signals.thaw(pid());
    }

    public void killAndStartAgain() throws InterruptedException {
        Signals.kill(pid());
        running.end(READY_TIMEOUT);
        running = start();
    }

    /** Nothing in it is worth an orderly end. */
    @Override
    public void close() {
        running.end(Duration.ZERO);
    }
}
