package dev.fanout.messaging.listing;

import java.util.PriorityQueue;

/** Takes many things one by one, and keeps the largest. Its memory does not grow with their number. */
public final class Ranking<T extends Ranked> {
    private final int most;
    private final PriorityQueue<T> kept = new PriorityQueue<>(Ranked.LARGEST_FIRST.reversed());
    private Others others = Others.NONE;

    /** @param most how many are kept, at least 1 */
    public Ranking(int most) {
        this.most = most;
    }

    public void add(T another) {
        kept.add(another);
        if (kept.size() > most) others = others.and(kept.remove());
    }

    public Largest<T> largest() {
        return new Largest<>(kept.stream().sorted(Ranked.LARGEST_FIRST).toList(), others);
    }
}
