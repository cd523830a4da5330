package dev.fanout.cli.up.process;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/** Programs for tests: what a shell can do in a line. Whether they are ready is the test's to decide. */
public final class Shell {
    private Shell() {}

    public static Program program(String name, String script) {
        return new Program(name, List.of(), URI.create("http://localhost"), List.of("/bin/sh", "-c", script));
    }

    public static Program sleeper(String name) {
        return program(name, "echo " + name + " sleeps; exec sleep 600");
    }

    /** Answers its exit code. */
    public static int run(String script) throws IOException, InterruptedException {
        var process = new ProcessBuilder("/bin/sh", "-c", script).start();
        if (process.waitFor(10, SECONDS)) return process.exitValue();
        throw new IllegalStateException("still running: " + script);
    }

    public static long pidInTable(String text, String name) {
        var row = Pattern.compile("^  " + name + " +(\\d+) ", Pattern.MULTILINE).matcher(text);
        if (row.find()) return Long.parseLong(row.group(1));
        throw new IllegalStateException(name + " is in no table of " + text);
    }
}
