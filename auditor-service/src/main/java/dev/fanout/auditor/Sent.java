package dev.fanout.auditor;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Views whose places follow one another, and that were sent together, as those of a batch are.
 *
 * @param last included
 * @param at when the queue took them, in milliseconds of the epoch, as queues count
 */
record Sent(long first, long last, long at) {
    static Sent one(long place, Instant sentAt) {
        return new Sent(place, place, sentAt.toEpochMilli());
    }

    boolean has(long place) {
        return first <= place && place <= last;
    }

    long views() {
        return last - first + 1;
    }

    boolean isJoinedBy(Sent next) {
        return next.at == at && next.first == last + 1;
    }

    Sent and(Sent next) {
        return new Sent(first, next.last, at);
    }

    /** What is left of them. */
    List<Sent> without(long place) {
        return Stream.of(new Sent(first, place - 1, at), new Sent(place + 1, last, at))
                .filter(rest -> rest.first <= rest.last)
                .toList();
    }
}
