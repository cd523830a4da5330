package dev.fanout.cli.up;

import dev.fanout.cli.console.Terminal;
import dev.fanout.cli.up.process.Installation;
import dev.fanout.cli.up.process.MergedLog;
import dev.fanout.cli.up.process.OrphanProcesses;
import dev.fanout.cli.up.process.Program;
import dev.fanout.cli.up.process.Readiness;
import dev.fanout.cli.up.process.StartFailed;
import dev.fanout.cli.up.process.Suite;
import dev.fanout.topology.Fanout;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One run of the system, from the check of its ports to the end of its last process. */
public record Up(Terminal terminal, PlanPreparation preparation, Readiness readiness, OrphanProcesses orphans,
        Duration patience) {
    private static final Duration READY_TIMEOUT = Duration.ofSeconds(300);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);

    /** The local stack takes any key, but none with a dash or an underscore. */
    static final Map<String, String> LOCAL_AWS = Map.of(
            "AWS_ENDPOINT_URL", Fanout.LOCAL_STACK,
            "AWS_REGION", "us-east-1",
            "AWS_ACCESS_KEY_ID", "fanout",
            "AWS_SECRET_ACCESS_KEY", "fanout");

    /** @param data where the local stack keeps its state, if it shall */
    static Up of(Installation installation, Optional<Path> data) {
        PlanPreparation quick = AotCachePreparation.in(installation);
        return new Up(Terminal.standard(), data.map(quick::keepingData).orElse(quick), Readiness.byHttp(),
                OrphanProcesses.onThisMachine(), READY_TIMEOUT);
    }

    /** Returns when all is over, with the exit code. */
    public int run(Plan plan) throws InterruptedException {
        var complaints = new PortCheck(orphans).complaints(plan);
        if (!complaints.isEmpty()) {
            terminal.lines(complaints);
            return 1;
        }
        var log = new MergedLog(terminal, plan.programs().stream().map(Program::name).toList());
        try (var suite = new Suite(log, LOCAL_AWS, STOP_TIMEOUT)) {
            // Ctrl-C and SIGTERM end the JVM through its hooks
            Runtime.getRuntime().addShutdownHook(new Thread(suite::close));
            return run(plan, suite, log);
        }
    }

    private int run(Plan plan, Suite suite, MergedLog log) throws InterruptedException {
        var begin = Instant.now();
        try {
            var ready = new Starter(suite, readiness, log, patience).start(preparation.prepare(plan, log));
            terminal.lines(new Overview(ready, Duration.between(begin, Instant.now())).lines());
        } catch (StartFailed failure) {
            if (!suite.isClosed()) explain(failure, suite, log);
            return 1;
        }
        suite.watch();
        suite.awaitEnd();
        return 1;
    }

    /** The reason twice, because what the others say while they end may scroll the first one away. */
    private static void explain(StartFailed failure, Suite suite, MergedLog log) {
        log.alarm(failure.reason() + (failure.lastLines().isEmpty() ? "" : "; its last lines:"));
        failure.lastLines().forEach(line -> log.say("  " + line));
        suite.close();
        log.alarm("not started: " + failure.reason());
    }
}
