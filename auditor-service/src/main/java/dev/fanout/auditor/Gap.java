package dev.fanout.auditor;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Numbers of a host that did not come.
 *
 * @param last included
 * @param window of the view that showed the gap
 */
record Gap(long first, long last, Instant window) {
    boolean has(long number) {
        return first <= number && number <= last;
    }

    long size() {
        return last - first + 1;
    }

    /** What is left of it. */
    List<Gap> without(long number) {
        return Stream.of(new Gap(first, number - 1, window), new Gap(number + 1, last, window))
                .filter(rest -> rest.first <= rest.last)
                .toList();
    }

    String text() {
        return first == last ? "" + first : first + ".." + last;
    }
}
