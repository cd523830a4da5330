package dev.fanout.publisher.views;

import dev.fanout.events.OutboundMessage;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * A view on its way to SNS.
 *
 * @param taken true when SNS has it, false when it has not, or nobody knows, or the caller waits no more
 */
record PendingView(UUID eventId, String host, OutboundMessage message, CompletableFuture<Boolean> taken) {

    PendingView(UUID eventId, String host, OutboundMessage message) {
        this(eventId, host, message, new CompletableFuture<>());
    }

    void giveUp() {
        taken.complete(false);
    }

    /** Nobody waits for it any more. */
    boolean isOver() {
        return taken.isDone();
    }
}
