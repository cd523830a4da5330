package dev.fanout.messaging;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an event changes: items to put in place of what was there, and amounts to add to counters.
 *
 * @param puts new contents by key
 * @param sums amounts to add by counter and field; may be negative
 * @param row the one item that is this event's own, where there is one; it is its marker too
 */
public record Changes(Map<Key<?>, Record> puts, Map<Counter, Map<String, BigDecimal>> sums, Optional<Row<?>> row) {
    public static final Changes NONE = new Changes(Map.of(), Map.of(), Optional.empty());

    /** An item that stands for one event. */
    public record Row<T extends Record>(Key<T> key, T item) {}

    public <T extends Record> Changes put(Key<T> key, T item) {
        var more = new LinkedHashMap<>(puts);
        more.put(key, item);
        return new Changes(more, sums, row);
    }

    public Changes add(Counter counter, String field, long amount) {
        return add(counter, field, BigDecimal.valueOf(amount));
    }

    public Changes add(Counter counter, String field, BigDecimal amount) {
        if (amount.signum() == 0) return this;
        var more = new LinkedHashMap<>(sums);
        var fields = new LinkedHashMap<>(more.getOrDefault(counter, Map.of()));
        fields.merge(field, amount, BigDecimal::add);
        more.put(counter, fields);
        return new Changes(puts, more, row);
    }

    /**
     * Inserts the row that this event is, as in a ledger. Its key must be made of the event id alone: the row's being
     * there means that the event is done, and no other marker is written. A projection does so for all of its events
     * or for none.
     */
    public <T extends Record> Changes insert(Key<T> key, T item) {
        return new Changes(puts, sums, Optional.of(new Row<>(key, item)));
    }
}
