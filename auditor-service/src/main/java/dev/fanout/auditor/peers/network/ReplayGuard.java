package dev.fanout.auditor.peers.network;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.TreeSet;

/**
 * Which frames of one sender were taken, so that none is taken twice. The vote does not mind repetition; but whoever
 * recorded frames could keep it busy with them. A new start forgets: then what is fresh can come once more.
 */
final class ReplayGuard {
    /** How far the clocks of two auditors may be apart, with the time that a frame takes. */
    static final Duration FRESH = Duration.ofMinutes(2);
    private static final int REMEMBERED = 16_384;

    private final Clock clock;
    private final TreeSet<Frame.Stamp> taken = new TreeSet<>(
            Comparator.comparingLong(Frame.Stamp::time).thenComparingLong(Frame.Stamp::nonce));
    /** Of what was sent until then, it is not known any more what was taken. */
    private long forgotten = Long.MIN_VALUE;

    ReplayGuard(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean isFresh(Frame.Stamp stamp) {
        var now = clock.millis();
        return stamp.time() > Math.max(forgotten, now - FRESH.toMillis()) && stamp.time() < now + FRESH.toMillis();
    }

    /** False if it was taken before. To be asked of authentic frames alone: it is remembered. */
    synchronized boolean take(Frame.Stamp stamp) {
        if (!isFresh(stamp) || !taken.add(stamp)) return false;
        var old = clock.millis() - FRESH.toMillis();
        while (taken.first().time() < old || taken.size() > REMEMBERED)
            forgotten = Math.max(forgotten, taken.removeFirst().time());
        return true;
    }
}
