package dev.fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the script answers before it builds anything. */
class ScriptTest {

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

    private static Answer fanout(String command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("../../fanout", command).redirectErrorStream(true);
        builder.environment().put("FANOUT_JAVA_HOME", "/nowhere");
        var process = builder.start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }
}
