package dev.fanout.messaging.projection;

import dev.fanout.messaging.Key;
import dev.fanout.messaging.pipeline.Errors;
import dev.fanout.messaging.pipeline.PipelineMetrics;
import dev.fanout.messaging.retry.Backoff;
import dev.fanout.messaging.retry.Sleeper;
import dev.fanout.messaging.store.EffectStore;
import dev.fanout.messaging.store.EffectStore.Cause;
import dev.fanout.messaging.store.EffectStore.Outcome;
import dev.fanout.messaging.store.EffectsRefused;
import dev.fanout.messaging.store.MarkerValue;
import dev.fanout.messaging.store.Writes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns a group of events into one transaction, and reads from a refusal what to do about each. */
final class TransactionCommitter {
    private static final int MAX_TRIES = 10;
    private static final Duration CONTENTION = Duration.ofMillis(10);
    private static final Duration THROTTLING = Duration.ofMillis(200);

    private final RepetitionDetector repetitions;
    private final EffectStore effects;
    private final FailurePolicy policy;
    private final Backoff contention;
    private final Backoff throttling;
    private final Sleeper sleeper;
    private final PipelineMetrics metrics;

    TransactionCommitter(RepetitionDetector repetitions, EffectStore effects, FailurePolicy policy, Backoff retries,
            Sleeper sleeper,
            PipelineMetrics metrics) {
        this.repetitions = repetitions;
        this.effects = effects;
        this.policy = policy;
        this.contention = new Backoff(CONTENTION, Duration.ofMillis(500), retries.random());
        this.throttling = new Backoff(THROTTLING, Duration.ofSeconds(2), retries.random());
        this.sleeper = sleeper;
        this.metrics = metrics;
    }

    /** Decides each of the group, but for those that no longer fit in the transaction. */
    void commit(List<PendingEvent> works, BatchOutcomes outcomes) throws InterruptedException {
        try {
            tryToCommit(works, outcomes);
        } catch (EffectsRefused e) {
            halve(outcomes.open(works), String.valueOf(e.getMessage()), outcomes);
        }
    }

    private void tryToCommit(List<PendingEvent> works, BatchOutcomes outcomes) throws InterruptedException {
        var group = outcomes.open(works);
        for (int tries = 1; tries <= MAX_TRIES && !group.isEmpty(); tries++) {
            var fold = fold(group, outcomes);
            group = fold.folded();
            if (group.isEmpty()) return;
            switch (effects.commit(fold.writes())) {
                case Outcome.Committed _ -> {
                    policy.done(group, outcomes);
                    return;
                }
                case Outcome.Invalid invalid -> {
                    halve(group, invalid.reason(), outcomes);
                    return;
                }
                case Outcome.Cancelled cancelled -> group =
                        afterwards(group, fold.writes(), cancelled, outcomes, tries);
            }
        }
        group.forEach(pending -> policy.postpone(pending, outcomes));
    }

    private BatchProjector fold(List<PendingEvent> group, BatchOutcomes outcomes) {
        var fold = new BatchProjector(repetitions, effects.load(keys(group)));
        var start = System.nanoTime();
        for (var pending : group) {
            if (outcomes.open(List.of(pending)).isEmpty()) continue;
            try {
                if (!fold.add(pending)) break;
            } catch (RuntimeException e) {
                policy.failed(pending, Errors.oneLine(e), outcomes);
            }
        }
        metrics.folded(Duration.ofNanos(System.nanoTime() - start));
        return fold;
    }

    private static Set<Key<?>> keys(List<PendingEvent> group) {
        var keys = new HashSet<Key<?>>();
        group.forEach(pending -> keys.addAll(pending.items()));
        return keys;
    }

    /** The API does not say which one it refuses to validate: half of the group is free of it, or is alone with it. */
    private void halve(List<PendingEvent> group, String reason, BatchOutcomes outcomes) throws InterruptedException {
        if (group.isEmpty()) return;
        if (group.size() == 1) {
            policy.failed(group.getFirst(), reason, outcomes);
            return;
        }
        var middle = group.size() / 2;
        commit(group.subList(0, middle), outcomes);
        commit(group.subList(middle, group.size()), outcomes);
    }

    private List<PendingEvent> afterwards(
            List<PendingEvent> group, Writes writes, Outcome.Cancelled cancelled, BatchOutcomes outcomes, int tries)
            throws InterruptedException {
        var unwritable = cancelled.causes().stream().filter(Cause.Unwritable.class::isInstance).findFirst();
        if (unwritable.isPresent()) {
            halve(group, ((Cause.Unwritable) unwritable.get()).reason(), outcomes);
            return List.of();
        }
        var again = afterMarkers(group, refusals(writes, cancelled), outcomes);
        pause(cancelled, tries);
        return again;
    }

    /** Without those that are done already, or that are somebody else's id; a repetition may be left to note. */
    private List<PendingEvent> afterMarkers(
            List<PendingEvent> group, Map<String, Optional<MarkerValue>> refused, BatchOutcomes outcomes) {
        var again = new ArrayList<PendingEvent>();
        for (var pending : group) {
            var earlier = refused.get(pending.markerId());
            if (earlier != null)
                policy.doneEarlier(pending, earlier.orElse(MarkerValue.UNKNOWN), outcomes).ifPresent(again::add);
            else if (pending.businessId().filter(refused::containsKey).isPresent()) again.add(pending.withMarkerOnly());
            else again.add(pending);
        }
        return again;
    }

    private static Map<String, Optional<MarkerValue>> refusals(Writes writes, Outcome.Cancelled cancelled) {
        var refused = new HashMap<String, Optional<MarkerValue>>();
        for (int i = 0; i < writes.all().size(); i++) {
            if (!(cancelled.causes().get(i) instanceof Cause.Refused refusal)) continue;
            switch (writes.all().get(i)) {
                case Writes.Marker marker -> refused.put(marker.id(), refusal.there());
                case Writes.RowMarker row -> refused.put(row.id(), refusal.there());
                case Writes.BusinessMarker fact -> refused.put(fact.id(), refusal.there());
                // Somebody changed the item since it was loaded: loading it again is all it takes.
                case Writes.Put _, Writes.Add _, Writes.LeaseEnd _ -> {}
            }
        }
        return refused;
    }

    private void pause(Outcome.Cancelled cancelled, int tries) throws InterruptedException {
        if (cancelled.causes().stream().anyMatch(Cause.Throttled.class::isInstance))
            sleeper.pause(throttling.after(tries));
        // The first try after a meeting is at once; who meets again and again steps aside.
        else if (tries > 1) sleeper.pause(contention.after(tries));
    }
}
