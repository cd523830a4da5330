package dev.fanout.cli.console;

import java.io.PrintStream;

/** Where the command writes: whole lines from any thread, in colour only where somebody looks at them. */
public final class Terminal {
    private final PrintStream out;
    private final boolean colours;

    public Terminal(PrintStream out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    /** The script knows whether it writes to a terminal, and sets the property. */
    public static Terminal standard() {
        return new Terminal(System.out, Boolean.getBoolean("fanout.colours"));
    }

    public synchronized void line(String text) {
        out.println(text);
    }

    public void lines(Iterable<String> texts) {
        line(String.join(System.lineSeparator(), texts));
    }

    public String in(Colour colour, String text) {
        return colours ? colour.start() + text + Colour.END : text;
    }
}
