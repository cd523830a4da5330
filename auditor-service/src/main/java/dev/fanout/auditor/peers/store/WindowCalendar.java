package dev.fanout.auditor.peers.store;

import java.time.Duration;
import java.time.Instant;

/**
 * Windows by their number since the epoch, as the vote counts them, and by their start, as people do.
 *
 * @param length whole seconds: even of the year 292 million there are not too many
 */
public record WindowCalendar(Duration length) {

    public long number(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), length.toSeconds());
    }

    public Instant start(long window) {
        return Instant.ofEpochSecond(window * length.toSeconds());
    }

    /** Sorts as the windows do. */
    public static String name(long window) {
        return "%019d".formatted(window);
    }
}
