package dev.fanout.auditor;

import java.util.Locale;

/** What can look wrong about a host's views. */
enum Kind {
    /** Sent again: an event that is in the ledger, by another message. */
    DUPLICATE,
    DOMINANT_HOST,
    /** Sent long after the time that it claims. */
    LATE,
    /** Sent long before the time that it claims. */
    FUTURE,
    OUT_OF_ORDER,
    /** Numbers of the host's own count that did not come. */
    GAP,
    UNKNOWN_CONTENT,
    UNKNOWN_AD;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
