package dev.fanout.messaging.action;

import dev.fanout.messaging.Changes;
import dev.fanout.messaging.lease.LeaseStore;
import dev.fanout.messaging.lease.LeaseStore.Lease;
import dev.fanout.messaging.retry.Backoff;
import dev.fanout.messaging.retry.Sleeper;
import dev.fanout.messaging.store.EffectStore;
import dev.fanout.messaging.store.EffectStore.Cause;
import dev.fanout.messaging.store.EffectStore.Outcome;
import dev.fanout.messaging.store.EffectsUnavailable;
import dev.fanout.messaging.store.MarkerValue;
import dev.fanout.messaging.store.Writes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Notes in one transaction that an action is done, what is kept of it, and that its lease is over. */
final class ActionCompletion {
    private static final int MAX_TRIES = 8;
    /** Each may take as long as the client waits; the lease runs meanwhile. */
    private static final int MAX_UNANSWERED = 3;

    private final EffectStore effects;
    private final LeaseStore leases;
    private final Sleeper sleeper;
    private final Backoff backoff;

    ActionCompletion(EffectStore effects, LeaseStore leases, Sleeper sleeper, RandomGenerator random) {
        this.effects = effects;
        this.leases = leases;
        this.sleeper = sleeper;
        this.backoff = new Backoff(Duration.ofMillis(10), Duration.ofSeconds(1), random);
    }

    enum Result {
        DONE,
        /** The lease is somebody else's by now. */
        LOST,
        /** DynamoDB refuses what the action keeps, and will refuse it again. */
        IMPOSSIBLE
    }

    /**
     * Tried again when there is no answer: the effect is there, and without its note it will be there twice.
     *
     * @throws EffectsUnavailable if the outcome is not known
     */
    Result write(Lease lease, String hash, Changes kept) {
        var writes = writes(lease, hash, kept);
        for (int tries = 1; tries < MAX_TRIES; tries++) {
            var result = attempt(lease, writes, tries >= MAX_UNANSWERED);
            if (result.isPresent()) return result.get();
            pause(tries);
        }
        throw new EffectsUnavailable(new IllegalStateException("DynamoDB is too busy to note what was done"));
    }

    /** Empty if it is worth another try. */
    private Optional<Result> attempt(Lease lease, Writes writes, boolean last) {
        try {
            return switch (effects.commit(writes)) {
                case Outcome.Committed _ -> Optional.of(Result.DONE);
                case Outcome.Invalid _ -> Optional.of(Result.IMPOSSIBLE);
                case Outcome.Cancelled cancelled -> cancelled(lease, writes, cancelled);
            };
        } catch (EffectsUnavailable e) {
            if (last) throw e;
            return Optional.empty();
        }
    }

    private Optional<Result> cancelled(Lease lease, Writes writes, Outcome.Cancelled cancelled) {
        var causes = cancelled.causes();
        for (int i = 0; i < causes.size(); i++) {
            switch (causes.get(i)) {
                case Cause.Refused _ -> {
                    return Optional.of(refused(lease, writes.all().get(i)));
                }
                case Cause.Unwritable _ -> {
                    return Optional.of(Result.IMPOSSIBLE);
                }
                case Cause.None _, Cause.Contended _, Cause.Throttled _ -> {}
            }
        }
        return Optional.empty();
    }

    /** A try before may have gone through, and only its answer was lost: then it is our own note that is there. */
    private Result refused(Lease lease, Writes.Write write) {
        if (leases.completed(lease)) return Result.DONE;
        return write instanceof Writes.Put ? Result.IMPOSSIBLE : Result.LOST;
    }

    private static Writes writes(Lease lease, String hash, Changes kept) {
        var all = new ArrayList<Writes.Write>();
        all.add(new Writes.Marker(lease.markerId(), new MarkerValue(hash, "")));
        all.add(new Writes.LeaseEnd(lease));
        kept.puts().forEach((key, item) -> all.add(new Writes.Put(key, item, 0)));
        kept.sums().forEach((counter, amounts) -> all.add(new Writes.Add(counter, amounts)));
        return new Writes(all);
    }

    private void pause(int tries) {
        try {
            sleeper.pause(backoff.after(tries));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EffectsUnavailable(e);
        }
    }
}
