package dev.fanout.auditor;

import java.time.Instant;

/** @param until the windows that end by then are closed */
record Closed(Instant until) {
    static final Closed NONE = new Closed(Instant.EPOCH);

    boolean has(Instant window) {
        return window.isBefore(until);
    }

    /** All of it. */
    boolean has(Window window) {
        return !window.end().isAfter(until);
    }

    /** What is closed stays closed. */
    Closed until(Instant later) {
        return later.isAfter(until) ? new Closed(later) : this;
    }
}
