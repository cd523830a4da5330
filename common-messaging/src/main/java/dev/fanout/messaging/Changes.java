package dev.fanout.messaging;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an event changes: items to put in place of what was there, and amounts to add to counters.
 *
 * @param puts new contents by key
 * @param sums amounts to add by counter and field; may be negative
 */
public record Changes(Map<Key<?>, Record> puts, Map<Counter, Map<String, BigDecimal>> sums) {
    public static final Changes NONE = new Changes(Map.of(), Map.of());

    public <T extends Record> Changes put(Key<T> key, T item) {
        var more = new LinkedHashMap<>(puts);
        more.put(key, item);
        return new Changes(more, sums);
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
        return new Changes(puts, more);
    }
}
