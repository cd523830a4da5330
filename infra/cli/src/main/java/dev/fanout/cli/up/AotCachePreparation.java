package dev.fanout.cli.up;

import static java.util.stream.Collectors.toMap;

import dev.fanout.cli.console.Terminal;
import dev.fanout.cli.jars.QuickJar;
import dev.fanout.cli.jars.QuickJars;
import dev.fanout.cli.up.process.Installation;
import dev.fanout.cli.up.process.MergedLog;
import dev.fanout.cli.up.process.Program;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Lets the programs of a plan start from extracted jars with AOT caches. What is not there yet is made, once for
 * each jar, however many programs run from it. What cannot be made only costs time.
 */
public record AotCachePreparation(QuickJars jars, AotCacheTraining training) implements PlanPreparation {

    /** Programs that another command starts by itself, in their quick form. */
    public static List<Program> of(List<Program> programs, Installation installation, Terminal terminal)
            throws InterruptedException {
        var log = new MergedLog(terminal, programs.stream().map(Program::name).toList());
        return in(installation).prepare(new Plan(List.of(programs)), log).programs();
    }

    static AotCachePreparation in(Installation installation) {
        return new AotCachePreparation(new QuickJars(installation.quickJars()), AotCacheTraining.in(installation));
    }

    @Override
    public Plan prepare(Plan plan, MergedLog log) throws InterruptedException {
        var extracted = plan.with(program -> extracted(program, log));
        training.run(untrained(extracted), log);
        return extracted.with(this::withItsCache);
    }

    private Program extracted(Program program, MergedLog log) {
        if (program.jar().isEmpty()) return program;
        try {
            return program.from(jars.layOut(program.jar().get(), program.jvmOptions()).jar());
        } catch (IOException e) {
            log.alarm("%s starts from its packed jar: %s".formatted(program.name(), e.getMessage()));
            return program;
        }
    }

    private List<Program> untrained(Plan plan) {
        var onePerJar = plan.programs().stream()
                .filter(program -> quickJarOf(program).filter(jar -> !jar.hasCache()).isPresent())
                .collect(toMap(Program::jar, program -> program, (first, _) -> first, LinkedHashMap::new));
        return List.copyOf(onePerJar.values());
    }

    private Program withItsCache(Program program) {
        return program.jar().map(jar -> quickJarOf(program)
                        .filter(QuickJar::hasCache)
                        .map(quick -> program.from(jar, "-XX:AOTCache=" + quick.cache()))
                        .orElseGet(() -> program.from(jar, AotCacheTraining.ONE_COMPILER)))
                .orElse(program);
    }

    private Optional<QuickJar> quickJarOf(Program program) {
        return program.jar().flatMap(jars::find);
    }
}
