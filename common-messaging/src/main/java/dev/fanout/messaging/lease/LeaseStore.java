package dev.fanout.messaging.lease;

import dev.fanout.messaging.store.EffectsUnavailable;
import java.time.Duration;
import java.time.Instant;

/** Who is at which event. A lease is a fence: whoever lost it can neither renew nor complete. */
public interface LeaseStore {
    /** What came of asking for an event. */
    sealed interface Answer {
        /**
         * It is ours until the lease expires.
         *
         * @param failed attempts before this one
         * @param takenOver from an owner that let its lease expire: it may have had the effect
         */
        record Ours(Lease lease, int failed, boolean takenOver) implements Answer {}

        /** Somebody else is at it. */
        record Held(Instant until) implements Answer {}

        /** It was done before. */
        record Done(String hash) implements Answer {}

        /** Every owner so far failed, or died while it was at it: the last one just now. */
        record Exhausted(int attempts) implements Answer {}
    }

    /** @param token tells this owner from every other, including an earlier life of itself */
    record Lease(String markerId, String token) {}

    /**
     * Asks for an event. An owner that let its lease expire counts as a failed attempt; a live one does not.
     *
     * @throws EffectsUnavailable if nobody can say now
     */
    Answer take(String markerId, Duration length, int maxAttempts);

    /** @return false if the lease is somebody else's by now */
    boolean renew(Lease lease, Duration length);

    /**
     * Gives the event back after a failed attempt.
     *
     * @return failed attempts so far, this one included; 0 if the lease is somebody else's by now
     */
    int failed(Lease lease, String error);

    /**
     * Gives the event up after a failed attempt: it leaves for the dead-letter queue.
     *
     * @return as {@link #failed}
     */
    int parked(Lease lease, String error);

    /** Whether this very lease ended with its event done: that tells a completion of one's own from another's. */
    boolean completed(Lease lease);
}
