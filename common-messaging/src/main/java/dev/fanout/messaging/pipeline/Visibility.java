package dev.fanout.messaging.pipeline;

/** Keeps a delivery in hand for longer. */
@FunctionalInterface
public interface Visibility {
    /** From now on for the queue's whole visibility timeout again. Failing is no harm: the lease is the fence. */
    void extend(Delivery delivery);
}
