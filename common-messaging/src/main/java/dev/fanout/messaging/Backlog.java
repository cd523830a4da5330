package dev.fanout.messaging;

import java.time.Instant;

/** What this service has still to do. */
public interface Backlog {
    /**
     * Everything that its queues had taken by then is done or parked, as they count: approximately. The epoch, until
     * that is known of any time. A queue that is busy is looked at when somebody asks, and is known to be done until
     * then some time later; so whoever waits for it asks again and again.
     */
    Instant doneUntil();
}
