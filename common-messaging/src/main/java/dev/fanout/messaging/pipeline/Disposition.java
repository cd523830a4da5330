package dev.fanout.messaging.pipeline;

import java.time.Duration;

/** What shall become of a delivery. */
public sealed interface Disposition {
    /** The effect is there, now or since earlier: acknowledge. */
    record Done(boolean duplicate) implements Disposition {}

    /** Not yet: make it visible again after the delay. */
    record Retry(Duration after) implements Disposition {}

    /**
     * Not here: move it to the dead-letter queue.
     *
     * @param attempts how often the event was tried and failed
     */
    record DeadLetter(Reason reason, String detail, int attempts) implements Disposition {
        public DeadLetter {
            detail = Errors.told(detail);
        }
    }

    /** Why a message is parked. */
    enum Reason {
        /** Not JSON, not an event of ours, or not one that is told on this topic. */
        UNREADABLE,
        /** Its id is known with another content. */
        CONFLICT,
        /** Older than the markers are kept: it cannot be told from a duplicate. */
        TOO_OLD,
        /** From a future that no clock of ours explains. */
        TOO_FAR_AHEAD,
        /** Every attempt failed. */
        EXHAUSTED,
        /** The outside world refuses it for good, or its effect is there and cannot be noted. */
        REJECTED
    }
}
