package dev.fanout.auditor;

import java.time.Instant;

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

    long views() {
        return last - first + 1;
    }

    boolean isOvertakenBy(Sent other) {
        return other.last > last && other.at < at;
    }

    boolean isJoinedBy(Sent next) {
        return next.at == at && next.first == last + 1;
    }

    Sent and(Sent next) {
        return new Sent(first, next.last, at);
    }
}
