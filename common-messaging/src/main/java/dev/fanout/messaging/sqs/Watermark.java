package dev.fanout.messaging.sqs;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Until when all that a queue has taken is done. A busy queue is never seen empty; but when as many have left as were
 * there at one look, then those are gone, whatever has come since.
 */
final class Watermark {
    private static final int LOOKS = 100;

    private final Deque<Look> looks = new ArrayDeque<>();
    private Instant doneUntil = Instant.EPOCH;

    private static final class Look {
        private final Instant begun;
        private final Instant ended;
        private int there;

        Look(Instant begun, Instant ended, int there) {
            this.begun = begun;
            this.ended = ended;
            this.there = there;
        }
    }

    /** @param there how many were counted between these times, in hand or not */
    synchronized void seen(Instant begun, Instant ended, int there) {
        looks.addLast(new Look(begun, ended, there));
        if (looks.size() > LOOKS) thinOut();
        settle();
    }

    /**
     * Every second one goes. The old ones stay, since who is far behind sees them done first; and so do the new ones,
     * since what somebody else took out of the queue is waited for in vain in all that counted it.
     */
    private void thinOut() {
        var all = List.copyOf(looks);
        looks.clear();
        for (int i = 0; i < all.size(); i += 2) looks.addLast(all.get(i));
    }

    /** One is done, or parked. */
    synchronized void left(Instant sentAt) {
        for (var look : looks) if (!sentAt.isAfter(look.ended)) look.there--;
        settle();
    }

    private void settle() {
        while (looks.stream().anyMatch(look -> look.there <= 0)) {
            var first = looks.removeFirst();
            if (first.there <= 0) doneUntil = first.begun;
        }
    }

    synchronized Instant doneUntil() {
        return doneUntil;
    }
}
