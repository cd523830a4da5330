package dev.fanout.messaging.pipeline;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What stands behind one queue. */
public interface Receiver extends AutoCloseable {
    /**
     * The dispositions are in the order of the deliveries, each as soon as it is found: nobody waits for a slower
     * neighbour. The caller bounds how much is waiting here.
     */
    List<CompletableFuture<Disposition>> submit(List<Delivery> deliveries);

    /** What is in hand is done by then, as far as the caller waited for it. */
    @Override
    void close() throws InterruptedException;
}
