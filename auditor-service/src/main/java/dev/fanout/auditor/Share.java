package dev.fanout.auditor;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How much of the traffic a content or an ad has. */
record Share(String id, long views, double share) {

    /** The largest first. */
    static List<Share> of(Map<String, Long> views) {
        var all = views.values().stream().mapToLong(n -> n).sum();
        return views.entrySet().stream()
                .map(entry -> new Share(entry.getKey(), entry.getValue(), of(entry.getValue(), all)))
                .sorted(Comparator.comparingLong(Share::views).reversed().thenComparing(Share::id))
                .toList();
    }

    /** To four places. */
    static double of(long views, long ofAll) {
        return ofAll == 0 ? 0 : Math.round(10_000d * views / ofAll) / 10_000d;
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
