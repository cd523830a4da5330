package dev.fanout.messaging.projection;

import dev.fanout.messaging.Changes;
import dev.fanout.messaging.Counter;
import dev.fanout.messaging.Key;
import dev.fanout.messaging.State;
import dev.fanout.messaging.store.EffectStore.Loaded;
import dev.fanout.messaging.store.Writes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Folds a group of events, one after the other, into what one transaction writes: each item once. */
final class BatchProjector {
    private final RepetitionDetector repetitions;
    private final Map<Key<?>, Loaded> loaded;
    private final Map<Key<?>, Record> puts = new LinkedHashMap<>();
    private final Map<Counter, Map<String, BigDecimal>> sums = new LinkedHashMap<>();
    private final List<PendingEvent> folded = new ArrayList<>();
    private final Map<String, Changes.Row<?>> rows = new HashMap<>();
    private int markers;

    BatchProjector(RepetitionDetector repetitions, Map<Key<?>, Loaded> loaded) {
        this.repetitions = repetitions;
        this.loaded = loaded;
    }

    /** False, and nothing changed, if the transaction would be too large with it. */
    boolean add(PendingEvent pending) {
        var changes = pending.markerOnly() ? Changes.NONE : changesBy(pending);
        var more = pending.businessId().isPresent() ? 2 : 1;
        var size = markers + more + together(puts, changes.puts()) + together(sums, changes.sums());
        if (size > Writes.MAX) return tooLarge(size);
        markers += more;
        puts.putAll(changes.puts());
        changes.sums().forEach(this::sum);
        changes.row().ifPresent(row -> rows.put(pending.markerId(), row));
        folded.add(pending);
        return true;
    }

    List<PendingEvent> folded() {
        return List.copyOf(folded);
    }

    /** Markers first, in the order of {@link #folded}. */
    Writes writes() {
        var all = new ArrayList<Writes.Write>();
        for (var pending : folded) {
            all.add(marker(pending));
            pending.businessId().ifPresent(id -> all.add(new Writes.BusinessMarker(id, pending.markerId())));
        }
        puts.forEach((key, item) -> putIfChanged(key, item).ifPresent(all::add));
        sums.forEach((counter, amounts) -> all.add(new Writes.Add(counter, amounts)));
        return new Writes(all);
    }

    private Writes.Write marker(PendingEvent pending) {
        var row = rows.get(pending.markerId());
        return row == null
                ? new Writes.Marker(pending.markerId(), pending.markerValue())
                : new Writes.RowMarker(pending.markerId(), pending.markerValue(), row);
    }

    private Changes changesBy(PendingEvent pending) {
        var keys = pending.items();
        var items = new HashMap<Key<?>, Optional<Record>>();
        keys.forEach(key -> items.put(key, now(key)));
        var changes = repetitions.fold(State.of(items).sentAt(pending.delivery().sentAt()), pending);
        for (var key : changes.puts().keySet())
            if (!keys.contains(key)) throw new IllegalStateException("itemsOf() does not name " + key);
        return changes;
    }

    private Optional<Record> now(Key<?> key) {
        var changed = puts.get(key);
        return changed != null ? Optional.of(changed) : before(key).item();
    }

    private Loaded before(Key<?> key) {
        return Objects.requireNonNull(loaded.get(key), () -> "not loaded: " + key);
    }

    private Optional<Writes.Put> putIfChanged(Key<?> key, Record item) {
        var before = before(key);
        if (before.item().filter(item::equals).isPresent()) return Optional.empty();
        return Optional.of(new Writes.Put(key, item, before.version()));
    }

    private void sum(Counter counter, Map<String, BigDecimal> amounts) {
        var fields = sums.computeIfAbsent(counter, _ -> new HashMap<>());
        amounts.forEach((field, amount) -> fields.merge(field, amount, BigDecimal::add));
    }

    private boolean tooLarge(int size) {
        if (folded.isEmpty())
            throw new IllegalStateException(
                    "one event writes " + size + " items; a transaction holds " + Writes.MAX);
        return false;
    }

    private static <K> int together(Map<K, ?> ours, Map<K, ?> more) {
        return ours.size() + (int) more.keySet().stream().filter(key -> !ours.containsKey(key)).count();
    }
}
