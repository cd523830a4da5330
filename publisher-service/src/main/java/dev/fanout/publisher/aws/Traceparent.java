package dev.fanout.publisher.aws;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** W3C Trace Context: the thread that joins a request with all that comes of it. */
public final class Traceparent {
    public static final String HEADER = "traceparent";

    private static final Pattern VALID =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private Traceparent() {}

    /** The caller's own if it is valid, else a new one: a trace that begins here. */
    public static String of(@Nullable String header) {
        return header != null && VALID.matcher(header).matches() ? header : begun();
    }

    private static String begun() {
        return "00-" + hex() + hex() + "-" + hex() + "-01";
    }

    private static String hex() {
        // An id of zeros is invalid.
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong() | 1);
    }
}
