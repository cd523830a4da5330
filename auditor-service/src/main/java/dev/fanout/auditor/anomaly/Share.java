package dev.fanout.auditor.anomaly;

import dev.fanout.messaging.listing.Count;
import dev.fanout.messaging.listing.Largest;
import java.util.List;
import java.util.Locale;

/** How much of the traffic a content or an ad has. */
public record Share(String id, long views, double share) {

    /** The largest first. */
    public static List<Share> of(Largest<Count> counted) {
        var all = counted.total();
        return counted.items().stream()
                .map(count -> new Share(count.name(), count.size(), of(count.size(), all)))
                .toList();
    }

    /** To four places. */
    public static double of(long views, long ofAll) {
        return ofAll == 0 ? 0 : Math.round(10_000d * views / ofAll) / 10_000d;
    }

    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
