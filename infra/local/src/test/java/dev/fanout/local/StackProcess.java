package dev.fanout.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The local stack as a process of its own, to be killed. */
final class StackProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("ready: .* at (\\S+), SMTP at localhost:(\\d+)");

    private final Process process;
    private final Matcher ready;

    private StackProcess(Process process, Matcher ready) {
        this.process = process;
        this.ready = ready;
    }

    static StackProcess start(Path data) throws IOException {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var command = List.of(
                java, "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                LocalStackMain.class.getName(), "--port", "0", "--smtp-port", "0", "--data", data.toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new StackProcess(process, ready(process.inputReader()));
    }

    URI endpoint() {
        return URI.create(ready.group(1));
    }

    int smtpPort() {
        return Integer.parseInt(ready.group(2));
    }

    /** kill -9 */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static Matcher ready(BufferedReader output) throws IOException {
        var said = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            var ready = READY.matcher(line);
            if (ready.find()) return ready;
            said.append(line).append('\n');
        }
        throw new AssertionError("it ended and said: " + said);
    }
}
