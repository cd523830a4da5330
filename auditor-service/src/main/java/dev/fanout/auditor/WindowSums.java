package dev.fanout.auditor;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What was counted of one window, by dimension and name, and there by field. */
record WindowSums(Instant window, Map<String, Map<String, BigDecimal>> sums) {

    /** By name, of the hosts, contents or ads. */
    Map<String, Map<String, BigDecimal>> of(String dimension) {
        var named = new TreeMap<String, Map<String, BigDecimal>>();
        sums.forEach((key, fields) -> {
            if (key.startsWith(dimension + "#")) named.put(key.substring(dimension.length() + 1), fields);
        });
        return named;
    }

    Map<String, Long> views(String dimension) {
        var views = new TreeMap<String, Long>();
        of(dimension).forEach((name, fields) -> views.put(name, count(fields, Ledger.VIEWS)));
        return views;
    }

    long sum(String field) {
        return of(Ledger.BY_HOST).values().stream().mapToLong(fields -> count(fields, field)).sum();
    }

    boolean isEmpty() {
        return sums.isEmpty();
    }

    static long count(Map<String, BigDecimal> fields, String field) {
        return fields.getOrDefault(field, BigDecimal.ZERO).longValueExact();
    }
}
