package dev.fanout.messaging.core;

import java.util.concurrent.CompletableFuture;

/** One delivery in hand, and the verdict on it to come. */
record Turn(Delivery delivery, CompletableFuture<Verdict> verdict) {
    static Turn of(Delivery delivery) {
        return new Turn(delivery, new CompletableFuture<>());
    }
}
