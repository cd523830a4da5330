package dev.fanout.cli.console;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Keeps what a terminal would show. */
public final class Screen {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public Terminal plain() {
        return terminal(false);
    }

    public Terminal colourful() {
        return terminal(true);
    }

    public String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    public List<String> lines() {
        return text().lines().toList();
    }

    private Terminal terminal(boolean colours) {
        return new Terminal(new PrintStream(bytes, true, StandardCharsets.UTF_8), colours);
    }
}
