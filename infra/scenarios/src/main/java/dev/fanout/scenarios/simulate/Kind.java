package dev.fanout.scenarios.simulate;

import java.util.Locale;

/** What can be odd about views: the words that observers use too. */
public enum Kind {
    /** A view that was told before. */
    DUPLICATE,
    /** A host with too large a share of all views. */
    DOMINANT_HOST,
    /** Claims to be older than it can be. */
    LATE,
    /** Claims to be from a time that is still to come. */
    FUTURE,
    /** Its number is below one that its host has told already. */
    OUT_OF_ORDER,
    /** A number that its host left out. */
    GAP,
    UNKNOWN_CONTENT,
    UNKNOWN_AD;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
