package dev.fanout.messaging;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What was added to a counter.
 *
 * @param name the counter's sort key
 */
public record Sum(String name, Map<String, BigDecimal> fields) {
    public BigDecimal of(String field) {
        return fields.getOrDefault(field, BigDecimal.ZERO);
    }

    public long count(String field) {
        return Saturated.whole(of(field));
    }
}
