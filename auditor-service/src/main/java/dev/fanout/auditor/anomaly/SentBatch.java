package dev.fanout.auditor.anomaly;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Views whose places follow one another, and that were sent together, as those of a batch are.
 *
 * @param last included
 * @param at when the queue took them, in milliseconds of the epoch, as queues count
 */
record SentBatch(long first, long last, long at) {
    static SentBatch one(long place, Instant sentAt) {
        return new SentBatch(place, place, sentAt.toEpochMilli());
    }

    boolean has(long place) {
        return first <= place && place <= last;
    }

    long views() {
        return last - first + 1;
    }

    boolean isJoinedBy(SentBatch next) {
        return next.at == at && next.first == last + 1;
    }

    SentBatch and(SentBatch next) {
        return new SentBatch(first, next.last, at);
    }

    /** What is left of them. */
    List<SentBatch> without(long place) {
        return Stream.of(new SentBatch(first, place - 1, at), new SentBatch(place + 1, last, at))
                .filter(rest -> rest.first <= rest.last)
                .toList();
    }
}
