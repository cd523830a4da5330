package dev.fanout.cli.up.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.cli.console.Screen;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergedLogTest {
    private final Screen screen = new Screen();

    @Test
    void every_line_stands_behind_the_padded_name_of_who_said_it() {
        var log = new MergedLog(screen.plain(), List.of("local", "publisher"));

        log.line("local", "listening");
        log.line("publisher", "started");
        log.say("all ready");

        assertThat(screen.lines()).containsExactly(
                "local     | listening",
                "publisher | started",
                "fanout    | all ready");
    }

    @Test
    void on_a_terminal_each_name_has_a_colour_of_its_own() {
        var log = new MergedLog(screen.colourful(), List.of("local", "publisher"));

        log.line("local", "listening");
        log.line("publisher", "started");

        assertThat(screen.lines()).containsExactly(
                "\u001b[36mlocal     | \u001b[0mlistening",
                "\u001b[32mpublisher | \u001b[0mstarted");
    }
}
