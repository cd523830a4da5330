package dev.fanout.web.request;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/**
 * How fast a body must come.
 *
 * @param total in which it must be there
 * @param rate a second, once the first seconds are over
 */
record BodyPace(Duration total, DataSize rate) {
    /** A connection may be slow to begin. */
    private static final Duration GRACE_PERIOD = Duration.ofSeconds(3);

    boolean isTooSlow(long received, Duration elapsed) {
        if (elapsed.compareTo(total) > 0) return true;
        var counted = elapsed.minus(GRACE_PERIOD);
        return counted.isPositive() && received * 1_000 < rate.toBytes() * counted.toMillis();
    }
}
