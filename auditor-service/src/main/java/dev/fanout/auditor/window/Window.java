package dev.fanout.auditor.window;

import dev.fanout.auditor.peers.store.WindowCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** A stretch of the time that views claim. It starts at a multiple of its length since the epoch. */
public record Window(Instant start, Duration length) {

    public static Window at(Instant time, Duration length) {
        var calendar = new WindowCalendar(length);
        return new Window(calendar.start(calendar.number(time)), length);
    }

    public Instant end() {
        return start.plus(length);
    }

    public Window next() {
        return new Window(end(), length);
    }

    public Window previous() {
        return new Window(start.minus(length), length);
    }

    public boolean has(Instant time) {
        return !time.isBefore(start) && time.isBefore(end());
    }

    /** Where its parts of a shorter length start, as far as the newest. */
    public Stream<Instant> parts(Duration shorter, Instant newest) {
        return Stream.iterate(start, part -> has(part) && !part.isAfter(newest), part -> part.plus(shorter));
    }
}
