package dev.fanout.auditor.anomaly;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which a host sent its views. Each has a place, which is the host's own number or the time that it
 * claims. Out of order is one that was sent after another of a later place.
 *
 * @param newest of those that came, by place: no more than are needed to judge the next
 */
public record SendOrder(List<SentBatch> newest) {
    public static final SendOrder UNHEARD_OF = new SendOrder(List.of());

    /** Whatever comes before so many later ones is judged. They are in an item that is written with each group. */
    public static final int REMEMBERED = 32;

    private static final Comparator<SentBatch> BY_PLACE =
            Comparator.comparingLong(SentBatch::last).thenComparingLong(SentBatch::at);

    /** @param outOfOrder how many views are known to be so now that were not before: this one, or earlier ones */
    public record Step(SendOrder after, long outOfOrder) {}

    /** What tells in which order views were sent. */
    public interface Rule {
        Step next(SendOrder before, long place, Instant sentAt);
    }

    /** Of a FIFO queue: what arrives first was sent first, even if both were in one millisecond. */
    public Step byArrival(long place, Instant sentAt) {
        var next = SentBatch.one(place, sentAt);
        if (newest.isEmpty() || place > newest.getLast().last()) return new Step(new SendOrder(List.of(next)), 0);
        var last = newest.getLast();
        // What was sent before the last and comes after it was reordered on the way: the host is not to blame.
        return new Step(this, place < last.last() && next.at() >= last.at() ? 1 : 0);
    }

    /** Of a standard queue, which hands out in any order. What was sent in one millisecond accuses nobody. */
    public Step bySentTime(long place, Instant sentAt) {
        var all = new ArrayList<>(newest);
        all.add(SentBatch.one(place, sentAt));
        return step(all);
    }

    /** A view that was sent before as well, though that came later: what counts is when it was sent first. */
    public Step sentBefore(long place, Instant sentAt) {
        var earlier = SentBatch.one(place, sentAt);
        var later = newest.stream().filter(sent -> sent.has(place) && earlier.at() < sent.at()).findFirst();
        if (later.isEmpty()) return new Step(this, 0);
        var all = new ArrayList<>(newest);
        all.remove(later.get());
        all.addAll(later.get().without(place));
        all.add(earlier);
        return step(all);
    }

    private Step step(List<SentBatch> all) {
        all.sort(BY_PLACE);
        var joined = joined(all);
        var remembered = joined.subList(Math.max(0, joined.size() - REMEMBERED), joined.size());
        return new Step(new SendOrder(List.copyOf(remembered)), outOfOrder(all) - outOfOrder(newest));
    }

    private static List<SentBatch> joined(List<SentBatch> byPlace) {
        var joined = new ArrayList<SentBatch>();
        for (var sent : byPlace) {
            if (joined.isEmpty() || !joined.getLast().isJoinedBy(sent)) joined.add(sent);
            else joined.add(joined.removeLast().and(sent));
        }
        return joined;
    }

    /** Those of which a later place was sent before. */
    private static long outOfOrder(List<SentBatch> byPlace) {
        long count = 0;
        long earliest = Long.MAX_VALUE;
        for (var sent : byPlace.reversed()) {
            if (earliest < sent.at()) count += sent.views();
            earliest = Math.min(earliest, sent.at());
        }
        return count;
    }
}
