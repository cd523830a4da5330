package dev.fanout.scenarios.stage;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What Java cannot do to a process by itself. */
final class Signals {
    private Signals() {}

    static void freeze(long pid) throws InterruptedException {
        send("STOP", pid);
    }

    static void thaw(long pid) throws InterruptedException {
        send("CONT", pid);
    }

    /** It cannot refuse, tidy up or say goodbye. */
    static void kill(long pid) throws InterruptedException {
        send("KILL", pid);
    }

    private static void send(String signal, long pid) throws InterruptedException {
        try {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(pid)).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
