package dev.fanout.auditor;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was counted of one window, by dimension and name, and there by field. */
record WindowSums(Window window, boolean closed, Map<String, Map<String, BigDecimal>> sums) {

    static WindowSums of(Window window, boolean closed, List<Map<String, Map<String, BigDecimal>>> parts) {
        var sums = new TreeMap<String, Map<String, BigDecimal>>();
        for (var part : parts)
            part.forEach((name, fields) -> add(fields, sums.computeIfAbsent(name, _ -> new TreeMap<>())));
        return new WindowSums(window, closed, sums);
    }

    private static void add(Map<String, BigDecimal> fields, Map<String, BigDecimal> to) {
        fields.forEach((field, count) -> to.merge(field, count, BigDecimal::add));
    }

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
