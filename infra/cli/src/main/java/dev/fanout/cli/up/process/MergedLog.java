package dev.fanout.cli.up.process;

import dev.fanout.cli.console.Colour;
import dev.fanout.cli.console.Terminal;
import java.util.List;

/** Merges what all programs say into one stream, each line behind the name of who said it. */
public final class MergedLog {
    /** The name under which this command itself speaks. */
    public static final String SELF = "fanout";

    private final Terminal terminal;
    private final List<String> names;
    private final int width;

    public MergedLog(Terminal terminal, List<String> names) {
        this.terminal = terminal;
        this.names = names;
        this.width = names.stream().mapToInt(String::length).reduce(SELF.length(), Math::max);
    }

    void line(String name, String text) {
        terminal.line(terminal.in(Colour.ofName(names.indexOf(name)), label(name)) + text);
    }

    public void say(String text) {
        terminal.line(terminal.in(Colour.BOLD, label(SELF)) + text);
    }

    public void alarm(String text) {
        terminal.line(terminal.in(Colour.RED, label(SELF) + text));
    }

    private String label(String name) {
        return name + " ".repeat(width - name.length()) + " | ";
    }
}
