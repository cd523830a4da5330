package dev.fanout.publisher.views;

import dev.fanout.events.Announcement;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * A view on its way to SNS.
 *
 * @param taken true when SNS has it, false when it has not, or nobody knows, or the caller waits no more
 */
record Pending(UUID eventId, String host, Announcement announcement, CompletableFuture<Boolean> taken) {

    Pending(UUID eventId, String host, Announcement announcement) {
        this(eventId, host, announcement, new CompletableFuture<>());
    }

    void giveUp() {
        taken.complete(false);
    }

    /** Nobody waits for it any more. */
    boolean isOver() {
        return taken.isDone();
    }
}
