package dev.fanout.messaging.core;

import dev.fanout.messaging.Key;
import dev.fanout.messaging.core.Effects.Cause;
import dev.fanout.messaging.core.Effects.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns a group of events into one transaction, and reads from a refusal what to do about each. */
final class Commits {
    private static final int MAX_TRIES = 10;
    private static final Duration CONTENTION = Duration.ofMillis(10);
    private static final Duration THROTTLING = Duration.ofMillis(200);

    private final Repeats repeats;
    private final Effects effects;
    private final Rulings rulings;
    private final Backoff contention;
    private final Backoff throttling;
    private final Pauses pauses;
    private final PipelineMetrics metrics;

    Commits(Repeats repeats, Effects effects, Rulings rulings, Backoff retries, Pauses pauses,
            PipelineMetrics metrics) {
        this.repeats = repeats;
        this.effects = effects;
        this.rulings = rulings;
        this.contention = new Backoff(CONTENTION, Duration.ofMillis(500), retries.random());
        this.throttling = new Backoff(THROTTLING, Duration.ofSeconds(2), retries.random());
        this.pauses = pauses;
        this.metrics = metrics;
    }

    /** Decides each of the group, but for those that no longer fit in the transaction. */
    void commit(List<Work> works, Fates fates) throws InterruptedException {
        try {
            tryToCommit(works, fates);
        } catch (EffectsRefused e) {
            halve(fates.open(works), String.valueOf(e.getMessage()), fates);
        }
    }

    private void tryToCommit(List<Work> works, Fates fates) throws InterruptedException {
        var group = fates.open(works);
        for (int tries = 1; tries <= MAX_TRIES && !group.isEmpty(); tries++) {
            var fold = fold(group, fates);
            group = fold.folded();
            if (group.isEmpty()) return;
            switch (effects.commit(fold.writes())) {
                case Outcome.Committed _ -> {
                    rulings.done(group, fates);
                    return;
                }
                case Outcome.Invalid invalid -> {
                    halve(group, invalid.reason(), fates);
                    return;
                }
                case Outcome.Cancelled cancelled -> group = afterwards(group, fold.writes(), cancelled, fates, tries);
            }
        }
        group.forEach(work -> rulings.postpone(work, fates));
    }

    private GroupFold fold(List<Work> group, Fates fates) {
        var fold = new GroupFold(repeats, effects.load(keys(group)));
        var start = System.nanoTime();
        for (var work : group) {
            if (fates.open(List.of(work)).isEmpty()) continue;
            try {
                if (!fold.add(work)) break;
            } catch (RuntimeException e) {
                rulings.failed(work, Errors.oneLine(e), fates);
            }
        }
        metrics.folded(Duration.ofNanos(System.nanoTime() - start));
        return fold;
    }

    private static Set<Key<?>> keys(List<Work> group) {
        var keys = new HashSet<Key<?>>();
        group.forEach(work -> keys.addAll(work.items()));
        return keys;
    }

    /** The API does not say which one it refuses to validate: half of the group is free of it, or is alone with it. */
    private void halve(List<Work> group, String reason, Fates fates) throws InterruptedException {
        if (group.isEmpty()) return;
        if (group.size() == 1) {
            rulings.failed(group.getFirst(), reason, fates);
            return;
        }
        var middle = group.size() / 2;
        commit(group.subList(0, middle), fates);
        commit(group.subList(middle, group.size()), fates);
    }

    private List<Work> afterwards(
            List<Work> group, Writes writes, Outcome.Cancelled cancelled, Fates fates, int tries)
            throws InterruptedException {
        var unwritable = cancelled.causes().stream().filter(Cause.Unwritable.class::isInstance).findFirst();
        if (unwritable.isPresent()) {
            halve(group, ((Cause.Unwritable) unwritable.get()).reason(), fates);
            return List.of();
        }
        var again = afterMarkers(group, refusals(writes, cancelled), fates);
        pause(cancelled, tries);
        return again;
    }

    /** Without those that are done already, or that are somebody else's id; a repetition may be left to note. */
    private List<Work> afterMarkers(List<Work> group, Map<String, Optional<DoneBy>> refused, Fates fates) {
        var again = new ArrayList<Work>();
        for (var work : group) {
            var earlier = refused.get(work.markerId());
            if (earlier != null)
                rulings.doneEarlier(work, earlier.orElse(DoneBy.UNKNOWN), fates).ifPresent(again::add);
            else if (work.businessId().filter(refused::containsKey).isPresent()) again.add(work.withMarkerOnly());
            else again.add(work);
        }
        return again;
    }

    private static Map<String, Optional<DoneBy>> refusals(Writes writes, Outcome.Cancelled cancelled) {
        var refused = new HashMap<String, Optional<DoneBy>>();
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
            pauses.pause(throttling.after(tries));
        // The first try after a meeting is at once; who meets again and again steps aside.
        else if (tries > 1) pauses.pause(contention.after(tries));
    }
}
