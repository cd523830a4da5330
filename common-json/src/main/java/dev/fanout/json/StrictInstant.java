package dev.fanout.json;

import java.time.Instant;

/** Reads times by {@link Texts#time}; Jackson's own reader takes numbers and the year 1,000,000,000 as well. */
final class StrictInstant extends StrictText<Instant> {
    StrictInstant() {
        super(Instant.class, Texts::time);
    }
}
