package dev.fanout.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @Test
    void without_options_it_runs_on_the_known_ports() {
        assertThat(CommandLine.parse()).isEqualTo(new CommandLine.Run(new LocalStackSettings(4566, 3025)));
    }

    @Test
    void both_ports_can_be_chosen() {
        assertThat(CommandLine.parse("--smtp-port", "0", "--port", "65535"))
                .isEqualTo(new CommandLine.Run(new LocalStackSettings(65535, 0)));
    }

    @Test
    void it_may_listen_on_another_address_than_loopback() {
        assertThat(CommandLine.parse("--host", "0.0.0.0"))
                .isEqualTo(new CommandLine.Run(LocalStackSettings.DEFAULT.at("0.0.0.0")));
    }

    @Test
    void it_may_have_other_names() {
        assertThat(CommandLine.parse("--allow-host", "Local", "--allow-host", "stack"))
                .isEqualTo(new CommandLine.Run(LocalStackSettings.DEFAULT.allowing(Set.of("local", "stack"))));
    }

    @Test
    void data_may_have_a_folder() {
        assertThat(CommandLine.parse("--data", "some/folder"))
                .isEqualTo(new CommandLine.Run(LocalStackSettings.DEFAULT.in(Path.of("some/folder"))));
    }

    @Test
    void help_is_given() {
        assertThat(CommandLine.parse("--port", "1", "--help")).isInstanceOf(CommandLine.Help.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "--prt 1", "4566", "--port", "--port x", "--port -1",
        "--smtp-port 65536", "--data", "--data --port", "--host", "--host everywhere", "--allow-host"
    })
    void anything_else_is_misuse(String line) {
        assertThat(CommandLine.parse(line.split(" "))).isInstanceOf(CommandLine.Misuse.class);
    }
}
