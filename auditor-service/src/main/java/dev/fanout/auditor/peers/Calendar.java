package dev.fanout.auditor.peers;

import java.time.Duration;
import java.time.Instant;

/** Windows by their number since the epoch, as the vote counts them, and by their start, as people do. */
record Calendar(Duration length) {

    long number(Instant start) {
        return Math.floorDiv(start.getEpochSecond(), length.toSeconds());
    }

    Instant start(long window) {
        return Instant.ofEpochSecond(window * length.toSeconds());
    }

    /** Sorts as the windows do. */
    static String name(long window) {
        return "%019d".formatted(window);
    }
}
