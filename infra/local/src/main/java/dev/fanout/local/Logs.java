package dev.fanout.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;

/** What the program writes to its log; inside a test, the test decides. */
final class Logs {
    private Logs() {}

    static void quiet() {
        try (var settings = Logs.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
