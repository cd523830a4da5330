package dev.fanout.messaging.core;

import java.time.Duration;

/**
 * How long an action holds its event.
 *
 * @param lease shorter than the queue's visibility timeout: an event must not be delivered again, to somebody who finds
 *     its lease expired, while its owner still believes in it
 * @param margin how long before the expiry an owner that could not renew gives up: clocks differ
 */
public record LeaseTimes(Duration lease, Duration margin) {
    Duration beat() {
        return lease.dividedBy(3);
    }
}
