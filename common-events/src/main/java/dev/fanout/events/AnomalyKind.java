package dev.fanout.events;

import java.util.Locale;

/** What can look wrong about a host's views: who disturbs them and who reports it use the same words. */
public enum AnomalyKind {
    /** Sent again: an event that was told before, by another message. */
    DUPLICATE,
    /** Has too large a share of all views. */
    DOMINANT_HOST,
    /** Sent long after the time that it claims. */
    LATE,
    /** Sent long before the time that it claims. */
    FUTURE,
    /** Its number is below one that its host has told already. */
    OUT_OF_ORDER,
    /** Numbers of the host's own count that did not come. */
    GAP,
    UNKNOWN_CONTENT,
    UNKNOWN_AD;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
