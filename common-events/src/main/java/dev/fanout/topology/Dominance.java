package dev.fanout.topology;

/**
 * When a host has too much of the traffic.
 *
 * @param share of all views: with more it dominates
 * @param minimumViews with fewer it does not, whatever its share
 */
public record Dominance(double share, long minimumViews) {
    /** Constants, since settings name their defaults in annotations. */
    public static final double USUAL_SHARE = 0.4;

    public static final long USUAL_MINIMUM_VIEWS = 100;

    /** What auditors go by unless they are told otherwise. */
    public static final Dominance USUAL = new Dominance(USUAL_SHARE, USUAL_MINIMUM_VIEWS);

    public boolean reachedBy(long views, long ofAll) {
        return views >= minimumViews && views > share * ofAll;
    }
}
