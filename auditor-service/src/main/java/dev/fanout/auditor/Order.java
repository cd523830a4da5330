package dev.fanout.auditor;

import java.time.Instant;
import java.util.List;

/**
 * The order in which a host sent its views. Each has a place, which is the host's own number or the time that it
 * claims. Out of order is one that was sent after another of a later place.
 *
 * @param newest of those that came: the last place
 */
record Order(List<Sent> newest) {
    static final Order UNHEARD_OF = new Order(List.of());

    /** @param at when the queue took it, in milliseconds of the epoch, as queues count */
    record Sent(long place, long at) {}

    record Step(Order after, long outOfOrder) {}

    /** What arrives first was sent first, even if both were in one millisecond. */
    Step byArrival(long place, Instant sentAt) {
        var next = new Sent(place, sentAt.toEpochMilli());
        if (newest.isEmpty() || place > newest.getLast().place) return new Step(new Order(List.of(next)), 0);
        var last = newest.getLast();
        // What was sent before the last and comes after it was reordered on the way: the host is not to blame.
        return new Step(this, place < last.place && next.at >= last.at ? 1 : 0);
    }
}
