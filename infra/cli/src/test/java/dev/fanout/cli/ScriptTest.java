package dev.fanout.cli;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the script does before it hands over to Java. */
@Timeout(240)
class ScriptTest {
    @TempDir
    private Path folder;

    private record Answer(int exitCode, String text) {}

    @Test
    void it_helps_without_a_jdk_or_a_build() throws Exception {
        var answer = fanout("--help");

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.text()).contains("Usage: ./fanout COMMAND");
    }

    @Test
    void an_unknown_command_is_refused_with_the_known_ones() throws Exception {
        var answer = fanout("upp");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.text()).contains("There is no command 'upp'", "  up  ", "  demo  ");
    }

    @Test
    void a_wrong_choice_of_jdk_is_named() throws Exception {
        var answer = fanout("up");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.text()).contains("There is no JDK 25 in FANOUT_JAVA_HOME, /nowhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "HUP", "TERM"})
    void whatever_ends_it_while_it_builds_ends_the_build(String signal) throws Exception {
        var script = Files.copy(Path.of("../../fanout"), folder.resolve("fanout"), COPY_ATTRIBUTES);
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
        var maven = Files.writeString(folder.resolve("mvnw"), "#!/bin/sh\nsleep 600 & wait # maven\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        var builder = new ProcessBuilder(script.toString(), "up").redirectErrorStream(true);
        builder.environment().put("FANOUT_JAVA_HOME", System.getProperty("java.home"));
        var building = builder.redirectOutput(folder.resolve("output").toFile()).start();
        await().atMost(Duration.ofMinutes(1)).until(() -> building.descendants().anyMatch(ScriptTest::sleepsLong));
        var started = building.descendants().toList();

        new ProcessBuilder("kill", "-" + signal, String.valueOf(building.pid())).start().waitFor();

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(started).noneMatch(ProcessHandle::isAlive));
    }

    private static boolean sleepsLong(ProcessHandle process) {
        return process.info().commandLine().orElse("").endsWith("sleep 600");
    }

    private static Answer fanout(String command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("../../fanout", command).redirectErrorStream(true);
        builder.environment().put("FANOUT_JAVA_HOME", "/nowhere");
        var process = builder.start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }
}
