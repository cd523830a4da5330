package dev.fanout.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.cli.console.Screen;
import dev.fanout.cli.jars.QuickJars;
import dev.fanout.cli.jars.TinyJar;
import dev.fanout.cli.up.process.MergedLog;
import dev.fanout.cli.up.process.Program;
import dev.fanout.cli.up.process.Shell;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
class AotCachePreparationTest {
    private final Screen screen = new Screen();
    private final MergedLog log = new MergedLog(screen.plain(), List.of());

    @TempDir
    private Path folder;

    private Plan plan = new Plan(List.of());

    @BeforeEach
    void three_programs_run_from_two_jars() throws IOException {
        var tiny = TinyJar.write(folder.resolve("tiny-exec.jar"), "hello");
        var other = TinyJar.write(folder.resolve("other-exec.jar"), "hello");
        plan = new Plan(List.of(List.of(program("a", tiny)), List.of(program("b", tiny), program("c", other))));
    }

    @Test
    void each_jar_is_trained_once_and_all_that_run_from_it_use_its_cache() throws Exception {
        java("for word; do case $word in *AOTCacheOutput=*) echo x >${word#*=};; esac; done");

        var commands = commands(quickStart().prepare(plan, log));

        assertThat(screen.text()).contains("once for each new jar: a, c", "a is prepared", "c is prepared");
        assertThat(commands).allSatisfy(command -> assertThat(cacheIn(command)).exists());
        assertThat(cacheIn(commands.get(0)))
                .isEqualTo(cacheIn(commands.get(1)))
                .isNotEqualTo(cacheIn(commands.get(2)));
    }

    @Test
    void a_second_start_trains_nothing() throws Exception {
        java("for word; do case $word in *AOTCacheOutput=*) echo x >${word#*=};; esac; done");
        var first = quickStart().prepare(plan, log);
        java("exit 1");

        assertThat(quickStart().prepare(plan, log)).isEqualTo(first);
    }

    @Test
    void what_cannot_be_trained_starts_without_a_cache() throws Exception {
        java("for word; do case $word in *AOTCacheOutput=*) echo x >${word#*=};; esac; done; exit 1");

        var commands = commands(quickStart().prepare(plan, log));

        assertThat(screen.text()).contains("a is not prepared and starts slowly; why, is in " + folder);
        assertThat(commands).allSatisfy(command ->
                assertThat(command).contains("-XX:TieredStopAtLevel=1").noneMatch(word -> word.contains("AOT")));
    }

    @Test
    void what_cannot_be_extracted_starts_from_its_packed_jar() throws Exception {
        java("exit 1");
        var broken = Files.writeString(folder.resolve("broken-exec.jar"), "not a jar");

        var commands = commands(quickStart().prepare(new Plan(List.of(List.of(program("a", broken)))), log));

        assertThat(screen.text()).contains("a starts from its packed jar");
        assertThat(commands.getFirst()).contains(broken.toString());
    }

    @Test
    void what_is_no_java_program_is_left_as_it_is() throws Exception {
        var shell = new Plan(List.of(List.of(Shell.sleeper("a"))));

        assertThat(quickStart().prepare(shell, log)).isEqualTo(shell);
    }

    private AotCachePreparation quickStart() {
        var training = new AotCacheTraining(_ -> false, folder.resolve("training.log"), Duration.ofSeconds(30));
        return new AotCachePreparation(new QuickJars(folder.resolve("quick")), training);
    }

    private Program program(String name, Path jar) {
        var command = List.of(folder.resolve("java").toString(), "-Xmx256m", "-jar", jar.toString());
        return new Program(name, List.of(), URI.create("http://localhost"), command);
    }

    /** What stands for the JVM. */
    private void java(String script) throws IOException {
        var file = Files.writeString(folder.resolve("java"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static List<List<String>> commands(Plan plan) {
        return plan.programs().stream().map(Program::command).toList();
    }

    private static Path cacheIn(List<String> command) {
        var option = "-XX:AOTCache=";
        return command.stream()
                .filter(word -> word.startsWith(option))
                .map(word -> Path.of(word.substring(option.length())))
                .findFirst()
                .orElseThrow();
    }
}
