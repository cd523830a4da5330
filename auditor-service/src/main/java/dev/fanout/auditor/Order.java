package dev.fanout.auditor;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The order in which a host sent its views. Each has a place, which is the host's own number or the time that it
 * claims. Out of order is one that was sent after another of a later place.
 *
 * @param newest of those that came, by place: no more than are needed to judge the next
 */
record Order(List<Sent> newest) {
    static final Order UNHEARD_OF = new Order(List.of());

    /** As long as not so many later ones come first, each is judged. They are written with every group of views. */
    static final int REMEMBERED = 32;

    private static final Comparator<Sent> BY_PLACE = Comparator.comparingLong(Sent::place);

    /** @param at when the queue took it, in milliseconds of the epoch, as queues count */
    record Sent(long place, long at) {
        boolean overtook(Sent other) {
            return place > other.place && at < other.at;
        }
    }

    /** @param outOfOrder how many views are known to be so now that were not before: this one, or earlier ones */
    record Step(Order after, long outOfOrder) {}

    /** What tells in which order views were sent. */
    interface Rule {
        Step next(Order before, long place, Instant sentAt);
    }

    /** Of a FIFO queue: what arrives first was sent first, even if both were in one millisecond. */
    Step byArrival(long place, Instant sentAt) {
        var next = new Sent(place, sentAt.toEpochMilli());
        if (newest.isEmpty() || place > newest.getLast().place) return new Step(new Order(List.of(next)), 0);
        var last = newest.getLast();
        // What was sent before the last and comes after it was reordered on the way: the host is not to blame.
        return new Step(this, place < last.place && next.at >= last.at ? 1 : 0);
    }

    /** Of a standard queue, which hands out in any order. What was sent in one millisecond accuses nobody. */
    Step bySentTime(long place, Instant sentAt) {
        var next = new Sent(place, sentAt.toEpochMilli());
        var all = Stream.concat(newest.stream(), Stream.of(next)).sorted(BY_PLACE).toList();
        var remembered = all.subList(Math.max(0, all.size() - REMEMBERED), all.size());
        return new Step(new Order(List.copyOf(remembered)), outOfOrder(all) - outOfOrder(newest));
    }

    private static long outOfOrder(List<Sent> views) {
        return views.stream().filter(view -> views.stream().anyMatch(other -> other.overtook(view))).count();
    }
}
