package dev.fanout.messaging;

import java.time.Duration;
import java.time.Instant;

/**
 * Which times events may claim, at every door: REST, and the queues.
 *
 * @param maxAhead how far ahead of the clock; positive
 */
public record EventTimes(Duration maxAhead) {
    /** So far clocks may differ, and so far a simulator goes that tells of the future. */
    public static final EventTimes USUAL = new EventTimes(Duration.ofHours(1));

    public boolean isTooFarAhead(Instant time, Instant now) {
        return time.isAfter(now.plus(maxAhead));
    }

    /** What is said of a time that is. */
    public String rule() {
        return "must not be more than " + maxAhead + " ahead of the clock";
    }
}
