package dev.fanout.messaging.core;

import dev.fanout.messaging.Changes;
import dev.fanout.messaging.core.Effects.Cause;
import dev.fanout.messaging.core.Effects.Outcome;
import dev.fanout.messaging.core.Leases.Lease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.random.RandomGenerator;

/** Notes in one transaction that an action is done, what is kept of it, and that its lease is over. */
final class Completion {
    private static final int MAX_TRIES = 8;

    private final Effects effects;
    private final Pauses pauses;
    private final Backoff backoff;

    Completion(Effects effects, Pauses pauses, RandomGenerator random) {
        this.effects = effects;
        this.pauses = pauses;
        this.backoff = new Backoff(Duration.ofMillis(10), Duration.ofSeconds(1), random);
    }

    enum Result {
        DONE,
        /** The lease is somebody else's by now. */
        LOST,
        /** DynamoDB refuses what the action keeps. */
        IMPOSSIBLE
    }

    /** @throws EffectsUnavailable if the outcome is not known */
    Result write(Lease lease, String hash, Changes kept) {
        var writes = writes(lease, hash, kept);
        for (int tries = 1; tries <= MAX_TRIES; tries++) {
            switch (effects.commit(writes)) {
                case Outcome.Committed _ -> {
                    return Result.DONE;
                }
                case Outcome.Invalid _ -> {
                    return Result.IMPOSSIBLE;
                }
                case Outcome.Cancelled cancelled -> {
                    if (cancelled.causes().stream().anyMatch(Cause.Refused.class::isInstance)) return Result.LOST;
                    if (cancelled.causes().stream().anyMatch(Cause.Unwritable.class::isInstance))
                        return Result.IMPOSSIBLE;
                    pause(tries);
                }
            }
        }
        throw new EffectsUnavailable(new IllegalStateException("DynamoDB is too busy to note what was done"));
    }

    private static Writes writes(Lease lease, String hash, Changes kept) {
        var all = new ArrayList<Writes.Write>();
        all.add(new Writes.Marker(lease.markerId(), hash));
        all.add(new Writes.LeaseEnd(lease));
        kept.puts().forEach((key, item) -> all.add(new Writes.Put(key, item, 0)));
        kept.sums().forEach((counter, amounts) -> all.add(new Writes.Add(counter, amounts)));
        return new Writes(all);
    }

    private void pause(int tries) {
        try {
            pauses.pause(backoff.after(tries));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EffectsUnavailable(e);
        }
    }
}
