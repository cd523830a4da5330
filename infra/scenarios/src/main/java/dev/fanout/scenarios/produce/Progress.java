package dev.fanout.scenarios.produce;

import java.io.PrintStream;
import java.time.Duration;

/** One line that says how far it is: written over on a terminal, else a new one now and then. */
public final class Progress {
    private static final int WIDTH = 30;
    private static final long REDRAW_INTERVAL = Duration.ofMillis(100).toNanos();
    private static final long NOW_AND_THEN = Duration.ofSeconds(5).toNanos();

    private final PrintStream out;
    private final boolean terminal;
    private long saidAt = System.nanoTime();
    private boolean open;

    public Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    public static Progress standard() {
        var console = System.console();
        return new Progress(System.out, console != null && console.isTerminal());
    }

    /** Says it, unless something was said a moment ago. */
    public synchronized void say(String text) {
        var now = System.nanoTime();
        if (now - saidAt < (terminal ? REDRAW_INTERVAL : NOW_AND_THEN)) return;
        saidAt = now;
        if (!terminal) {
            out.println(text);
            return;
        }
        out.print("\r\033[K" + text);
        out.flush();
        open = true;
    }

    /** With a bar. */
    public void say(String what, long done, long all) {
        say("%s %s %d of %d".formatted(what, bar(done, all), done, all));
    }

    /** Leaves nothing behind on a terminal: the result is said by somebody else. */
    public synchronized void end() {
        if (open) out.print("\r\033[K");
        out.flush();
        open = false;
    }

    private static String bar(long done, long all) {
        var full = all == 0 ? WIDTH : (int) (WIDTH * Math.min(done, all) / all);
        return "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "]";
    }
}
