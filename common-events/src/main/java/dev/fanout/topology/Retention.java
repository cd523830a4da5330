package dev.fanout.topology;

import java.time.Duration;

/**
 * How long things are kept. An event can wait in its queue and then in the dead-letter queue before it is redriven;
 * its marker must still be there then, or it would count twice. So: ACCEPTED + QUEUE + DEAD_LETTER &lt; MARKER.
 */
public final class Retention {
    /** In a subscriber's queue. AWS allows at most 14 days. */
    public static final Duration QUEUE = Duration.ofDays(4);

    /** In a dead-letter queue: AWS's maximum. */
    public static final Duration DEAD_LETTER = Duration.ofDays(14);

    /** How old an event may claim to be when it is taken. */
    public static final Duration ACCEPTED = Duration.ofDays(7);

    /** Of the marker that tells a duplicate. */
    public static final Duration MARKER = Duration.ofDays(30);

    private Retention() {}
}
