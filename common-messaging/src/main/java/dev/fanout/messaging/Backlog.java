package dev.fanout.messaging;

/** What this service has still to do. */
public interface Backlog {
    /**
     * Whether everything that its queues have taken is done, as they count: approximately. False where they do not
     * answer, and before they are polled.
     */
    boolean isCaughtUp();
}
