package dev.fanout.messaging.action;

import dev.fanout.messaging.pipeline.Disposition;
import dev.fanout.messaging.pipeline.PendingDelivery;
import dev.fanout.messaging.pipeline.Visibility;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The deliveries of one FIFO group that are in hand: one is at work, the others wait for it. They are kept in hand
 * meanwhile; delivered again, they would overtake it in another thread.
 */
final class FifoGroup {
    private final Deque<PendingDelivery> waiting;

    FifoGroup(List<PendingDelivery> group) {
        waiting = new ArrayDeque<>(group);
    }

    /** It is its own lease that keeps it from now on; null when all had their turn. */
    synchronized @Nullable PendingDelivery next() {
        return waiting.poll();
    }

    /** Nobody has to wait. */
    synchronized boolean isOneAlone() {
        return waiting.size() < 2;
    }

    /** The head comes first: what becomes visible again does so in the order of the group. */
    synchronized void waitWith(Disposition.Retry head) {
        waiting.forEach(pending -> pending.disposition().complete(head));
        waiting.clear();
    }

    synchronized void fail(Throwable cause) {
        waiting.forEach(pending -> pending.disposition().completeExceptionally(cause));
        waiting.clear();
    }

    /** Not beside the dispositions: a longer visibility after a shorter one would hold the group up. */
    synchronized void keep(Visibility visibility) {
        waiting.forEach(pending -> visibility.extend(pending.delivery()));
    }
}
