package dev.fanout.cli.up;

import dev.fanout.cli.up.process.MergedLog;
import dev.fanout.cli.up.process.Readiness;
import dev.fanout.cli.up.process.RunningProgram;
import dev.fanout.cli.up.process.StartFailed;
import dev.fanout.cli.up.process.Suite;
import dev.fanout.cli.up.process.Units;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Starts a plan wave by wave, and follows each program until it is ready. */
final class Starter {
    private static final long POLL_MILLIS = 200;

    private final Suite suite;
    private final Readiness readiness;
    private final MergedLog log;
    private final Duration patience;

    Starter(Suite suite, Readiness readiness, MergedLog log, Duration patience) {
        this.suite = suite;
        this.readiness = readiness;
        this.log = log;
        this.patience = patience;
    }

    /** A program that can be used, and how long that took. */
    record Ready(RunningProgram program, Duration after) {}

    List<Ready> start(Plan plan) throws InterruptedException {
        var ready = new ArrayList<Ready>();
        for (var wave : plan.waves()) {
            ready.addAll(awaitReady(suite.start(wave)));
        }
        return ready;
    }

    private List<Ready> awaitReady(List<RunningProgram> wave) throws InterruptedException {
        log.say("starting " + names(wave));
        var waiting = new ArrayList<>(wave);
        var ready = new ArrayList<Ready>();
        while (!waiting.isEmpty()) {
            failIfAnyEnded();
            failIfOverdue(waiting);
            for (var program : readyOf(waiting)) {
                waiting.remove(program);
                ready.add(new Ready(program, program.age()));
                log.say("%s is ready after %s%s".formatted(program.name(), Units.seconds(program.age()),
                        waiting.isEmpty() ? "" : "; waiting for " + names(waiting)));
            }
            Thread.sleep(POLL_MILLIS);
        }
        ready.sort(Comparator.comparing(each -> wave.indexOf(each.program())));
        return ready;
    }

    private List<RunningProgram> readyOf(List<RunningProgram> waiting) {
        var ready = new ArrayList<RunningProgram>();
        for (var program : waiting) {
            if (readiness.isReady(program.program())) ready.add(program);
        }
        return ready;
    }

    /** All of them: when the stack ends, the services of the next wave would wait for it in vain. */
    private void failIfAnyEnded() {
        for (var program : suite.all()) {
            if (program.isAlive()) continue;
            throw new StartFailed("%s ended with exit code %d before everything was ready"
                    .formatted(program.name(), program.exitCode()), program);
        }
    }

    private void failIfOverdue(List<RunningProgram> waiting) {
        for (var program : waiting) {
            if (program.age().compareTo(patience) < 0) continue;
            throw new StartFailed("%s is not ready after %s: %s does not answer 200"
                    .formatted(program.name(), Units.seconds(patience), program.program().health()), program);
        }
    }

    private static String names(List<RunningProgram> programs) {
        return String.join(", ", programs.stream().map(RunningProgram::name).toList());
    }
}
