package dev.fanout.scenarios.stage;

import dev.fanout.cli.up.process.Program;
import dev.fanout.cli.up.process.RunningProgram;
import dev.fanout.scenarios.aws.AwsEnvironment;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** All that a stage has started, and who of them may be missed. */
final class Processes {
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);

    private final Path folder;
    private final Supplier<AwsEnvironment> where;
    private final List<RunningProgram> all = new ArrayList<>();
    private final List<RunningProgram> needed = new ArrayList<>();

    Processes(Path folder, Supplier<AwsEnvironment> where) {
        this.folder = folder;
        this.where = where;
    }

    synchronized RunningProgram start(Program program) {
        var log = log(program.name() + "-" + all.size() + ".log");
        var started = RunningProgram.start(program, where.get().environment(), log::println);
        all.add(started);
        needed.add(started);
        return started;
    }

    private PrintStream log(String name) {
        try {
            var file = Files.newOutputStream(
                    folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return new PrintStream(file, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It may end from now on. */
    synchronized void release(RunningProgram program) {
        needed.remove(program);
    }

    /** @throws ScenarioFailed if one has ended that should not have */
    synchronized void failIfAnyEnded() {
        for (var program : needed) {
            if (program.isAlive()) continue;
            throw new ScenarioFailed("%s ended with exit code %d, which is not in the play"
                    .formatted(program.name(), program.exitCode()), program.lastLines());
        }
    }

    void end(RunningProgram program) {
        release(program);
        program.end(STOP_TIMEOUT);
    }

    synchronized void endAll() {
        needed.clear();
        all.forEach(program -> program.end(Duration.ZERO));
    }
}
