package dev.fanout.messaging.retry;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: doubled each time, up to a limit, and up to half of it taken off by chance, so
 * that what failed together does not come back together.
 */
public record Backoff(Duration first, Duration max, RandomGenerator random) {

    /** @param tries so far, at least 1 */
    public Duration after(int tries) {
        // 2^20 seconds are 12 days: past any limit, and far from overflow.
        var doubled = first.multipliedBy(1L << Math.min(tries - 1, 20));
        var full = doubled.compareTo(max) < 0 ? doubled : max;
        return Duration.ofMillis((long) (full.toMillis() * (1 - random.nextDouble() / 2)));
    }
}
