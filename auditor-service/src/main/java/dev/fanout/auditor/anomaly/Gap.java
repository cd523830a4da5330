package dev.fanout.auditor.anomaly;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Numbers of a host that did not come.
 *
 * @param last included
 * @param window of the view that showed the gap
 */
public record Gap(long first, long last, Instant window) {
    /** No host loses so many at once. Who leaps further counts in another way, and that is one finding. */
    static final long LARGEST = 1_000_000;

    boolean has(long number) {
        return first <= number && number <= last;
    }

    boolean isLeap() {
        return last - first >= LARGEST;
    }

    /** How much it counts. */
    long size() {
        return isLeap() ? 1 : last - first + 1;
    }

    /** What is left of it. */
    List<Gap> without(long number) {
        return Stream.of(new Gap(first, number - 1, window), new Gap(number + 1, last, window))
                .filter(rest -> rest.first <= rest.last)
                .toList();
    }

    public String text() {
        return first == last ? "" + first : first + ".." + last;
    }
}
