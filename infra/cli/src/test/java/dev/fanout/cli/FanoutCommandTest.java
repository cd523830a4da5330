package dev.fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FanoutCommandTest {
    private final StringWriter errors = new StringWriter();

    @Test
    void an_unknown_service_is_refused_with_the_known_ones() {
        assertThat(run("up", "--only", "publisher,warehouse")).isEqualTo(2);
        assertThat(errors.toString())
                .contains("there is no service 'warehouse', only publisher, email, inventory, analytics, auditor-a, auditor-b, auditor-c, chaos-observer");
    }

    @Test
    void an_unknown_command_is_refused() {
        assertThat(run("upp")).isEqualTo(2);
        assertThat(errors.toString()).contains("'upp'");
    }

    @Test
    void an_unknown_option_is_refused() {
        assertThat(run("demo", "--fast")).isEqualTo(2);
        assertThat(errors.toString()).contains("'--fast'");
    }

    @Test
    void clean_must_be_told_the_prefix_even_the_empty_one() {
        assertThat(run("clean", "--yes")).isEqualTo(2);
        assertThat(errors.toString()).contains("Missing required option: '--prefix=P'");
    }

    @Test
    void a_prefix_that_no_name_can_have_is_refused() {
        assertThat(run("validate", "--prefix", "a b")).isEqualTo(2);
        assertThat(errors.toString()).contains("'a b' cannot be in names at AWS");
    }

    @Test
    void the_script_knows_every_command() throws IOException {
        var script = Files.readString(Path.of("../../fanout"));
        for (var command : FanoutCommand.commandLine().getSubcommands().keySet()) {
            assertThat(script).as("its help").containsPattern("(?m)^  " + command + "  ");
            assertThat(script).as("its case").containsPattern("(?m)^  ([a-z]+ . )*" + command + "( . [a-z]+)*[)] ;;$");
        }
    }

    private int run(String... args) {
        return FanoutCommand.commandLine().setErr(new PrintWriter(errors)).execute(args);
    }
}
