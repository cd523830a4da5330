package dev.fanout.messaging.core;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The deliveries of one FIFO group that are in hand: one is at work, the others wait for it. They are kept in hand
 * meanwhile; delivered again, they would overtake it in another thread.
 */
final class Turns {
    private final Deque<Turn> waiting;

    Turns(List<Turn> group) {
        waiting = new ArrayDeque<>(group);
    }

    /** It is its own lease that keeps it from now on; null when all had their turn. */
    synchronized @Nullable Turn next() {
        return waiting.poll();
    }

    /** Nobody has to wait. */
    synchronized boolean isOneAlone() {
        return waiting.size() < 2;
    }

    /** The head comes first: what becomes visible again does so in the order of the group. */
    synchronized void waitWith(Verdict.Retry head) {
        waiting.forEach(turn -> turn.verdict().complete(head));
        waiting.clear();
    }

    synchronized void fail(Throwable cause) {
        waiting.forEach(turn -> turn.verdict().completeExceptionally(cause));
        waiting.clear();
    }

    /** Not beside the verdicts: a longer visibility after a shorter one would hold the group up. */
    synchronized void keep(Visibility visibility) {
        waiting.forEach(turn -> visibility.extend(turn.delivery()));
    }
}
