package dev.fanout.messaging.core;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What stands behind one queue. */
public interface Receiver extends AutoCloseable {
    /** The verdicts come in the order of the deliveries. The caller bounds how much is waiting here. */
    CompletableFuture<List<Verdict>> submit(List<Delivery> deliveries);

    /** What is in hand is done by then, as far as the caller waited for it. */
    @Override
    void close() throws InterruptedException;
}
