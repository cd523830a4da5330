package dev.fanout.local.sqs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.elasticmq.actor.queue.InternalMessage;

/** Finds the messages that are older than their queue keeps them, without looking at all of them each time. */
final class Retention {
    private final InstantSource clock;

    // Nothing is too old before then.
    private Instant next = Instant.MIN;

    Retention(InstantSource clock) {
        this.clock = clock;
    }

    /** Something older may have come, or the time has been set anew. */
    void lookAgain() {
        next = Instant.MIN;
    }

    List<InternalMessage> expired(Collection<InternalMessage> messages, Duration kept) {
        var now = clock.instant();
        if (now.isBefore(next)) return List.of();
        var sentBefore = now.minus(kept);
        next = messages.stream()
                .map(Retention::sent)
                .filter(sent -> !sent.isBefore(sentBefore))
                .reduce(now, (one, other) -> one.isBefore(other) ? one : other)
                .plus(kept);
        return messages.stream().filter(message -> sent(message).isBefore(sentBefore)).toList();
    }

    private static Instant sent(InternalMessage message) {
        return message.created().toInstant();
    }
}
