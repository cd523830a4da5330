package dev.fanout.messaging.pipeline;

import java.util.concurrent.CompletableFuture;

/** One delivery in hand, and the disposition on it to come. */
public record PendingDelivery(Delivery delivery, CompletableFuture<Disposition> disposition) {
    public static PendingDelivery of(Delivery delivery) {
        return new PendingDelivery(delivery, new CompletableFuture<>());
    }
}
