package dev.fanout.cli.up.process;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;

/** Numbers as people read them. */
public final class Units {
    private Units() {}

    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    public static String megabytes(OptionalLong bytes) {
        return bytes.isPresent() ? bytes.getAsLong() / (1024 * 1024) + " MB" : "-";
    }
}
