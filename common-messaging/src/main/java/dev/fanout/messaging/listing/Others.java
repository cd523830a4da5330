package dev.fanout.messaging.listing;

import dev.fanout.messaging.Saturated;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an answer does not list.
 *
 * @param entries how many
 * @param sum of their sizes
 */
public record Others(long entries, long sum) {
    public static final Others NONE = new Others(0, 0);

    Others and(Ranked another) {
        return new Others(entries + 1, Saturated.sum(sum, another.size()));
    }

    public Others and(Others more) {
        return new Others(entries + more.entries, Saturated.sum(sum, more.sum));
    }

    public boolean empty() {
        return entries == 0;
    }

    /** By the names that the listings have in an answer: only of those that leave something out. */
    public static Map<String, Others> where(Map<String, Largest<?>> listings) {
        var left = new TreeMap<String, Others>();
        listings.forEach((name, largest) -> {
            if (!largest.others().empty()) left.put(name, largest.others());
        });
        return left;
    }
}
