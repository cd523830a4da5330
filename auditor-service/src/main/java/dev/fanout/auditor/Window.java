package dev.fanout.auditor;

import dev.fanout.auditor.peers.Calendar;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** A stretch of the time that views claim. It starts at a multiple of its length since the epoch. */
record Window(Instant start, Duration length) {

    static Window at(Instant time, Duration length) {
        var calendar = new Calendar(length);
        return new Window(calendar.start(calendar.number(time)), length);
    }

    Instant end() {
        return start.plus(length);
    }

    Window next() {
        return new Window(end(), length);
    }

    Window previous() {
        return new Window(start.minus(length), length);
    }

    boolean has(Instant time) {
        return !time.isBefore(start) && time.isBefore(end());
    }

    /** Where its parts of a shorter length start, as far as the newest. */
    Stream<Instant> parts(Duration shorter, Instant newest) {
        return Stream.iterate(start, part -> has(part) && !part.isAfter(newest), part -> part.plus(shorter));
    }
}
