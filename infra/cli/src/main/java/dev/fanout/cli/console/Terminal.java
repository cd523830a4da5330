package dev.fanout.cli.console;

import java.io.PrintStream;

/** Where the command writes: whole lines from any thread, in colour only where somebody looks at them. */
public final class Terminal {
    private final PrintStream out;
    private final boolean colours;
    private final Runnable whenLost;

    public Terminal(PrintStream out, boolean colours) {
        this(out, colours, () -> {});
    }

    private Terminal(PrintStream out, boolean colours, Runnable whenLost) {
        this.out = out;
        this.colours = colours;
        this.whenLost = whenLost;
    }

    /**
     * The script knows whether it writes to a terminal, and sets the property. The command ends when this output is
     * lost: a full disk, a closed terminal, a reader that is gone.
     */
    public static Terminal standard() {
        var lost = new LostOutput();
        lost.watch();
        return new Terminal(System.out, Boolean.getBoolean("fanout.colours"), lost::end);
    }

    public synchronized void line(String text) {
        out.println(text);
        if (out.checkError()) whenLost.run();
    }

    public void lines(Iterable<String> texts) {
        line(String.join(System.lineSeparator(), texts));
    }

    public String in(Colour colour, String text) {
        return colours ? colour.start() + text + Colour.END : text;
    }
}
