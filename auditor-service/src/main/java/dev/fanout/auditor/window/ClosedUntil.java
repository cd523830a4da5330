package dev.fanout.auditor.window;

import java.time.Instant;

/** @param until the windows that end by then are closed */
public record ClosedUntil(Instant until) {
    public static final ClosedUntil NONE = new ClosedUntil(Instant.EPOCH);

    public boolean has(Instant window) {
        return window.isBefore(until);
    }

    /** All of it. */
    public boolean has(Window window) {
        return !window.end().isAfter(until);
    }

    /** What is closed stays closed. */
    public ClosedUntil until(Instant later) {
        return later.isAfter(until) ? new ClosedUntil(later) : this;
    }
}
