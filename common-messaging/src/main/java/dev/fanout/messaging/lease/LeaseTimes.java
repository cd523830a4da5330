package dev.fanout.messaging.lease;

import java.time.Duration;

/**
 * How long an action holds its event.
 *
 * @param lease shorter than the queue's visibility timeout: an event must not be delivered again, to somebody who finds
 *     its lease expired, while its owner still believes in it
 * @param margin how long before the expiry an owner that could not renew gives up: clocks differ
 */
public record LeaseTimes(Duration lease, Duration margin) {
    private static final Duration MAX_MARGIN = Duration.ofSeconds(2);

    /** Well below a queue's visibility timeout. */
    public static LeaseTimes below(Duration visibility) {
        var lease = visibility.multipliedBy(2).dividedBy(3);
        var tenth = lease.dividedBy(10);
        return new LeaseTimes(lease, tenth.compareTo(MAX_MARGIN) < 0 ? tenth : MAX_MARGIN);
    }

    public Duration beat() {
        return lease.dividedBy(3);
    }
}
