package dev.fanout.scenarios.simulate.observe;

import dev.fanout.events.AnomalyKind;
import dev.fanout.scenarios.simulate.traffic.GroundTruth;
import dev.fanout.topology.Dominance;
import java.util.Map;

/**
 * What an observer must report. Everything is counted exactly but for three things:
 *
 * <ul>
 *   <li>On a standard topic, sent times tell the order. Those are the queue's, and SNS may hand it what it took in two
 *       calls the other way round. So there {@code out_of_order} may be off by a share of a host's views, if it is
 *       wished; at least half of what was injected has to be seen all the same, lest somebody who sees nothing passes.
 *   <li>A call that was not answered may have been heard and is made again: what was in it may come twice, and later
 *       than what came after it.
 *   <li>Who dominates, does so among all that the observer has heard of, not in this run alone.
 * </ul>
 *
 * @param inOrder whether they hear through FIFO queues
 * @param orderSlack the share that a standard topic may let be out of order by itself
 * @param doubts how many messages of a host were in calls that had to be made again
 */
public record Expectation(GroundTruth truth, boolean inOrder, double orderSlack, Map<String, Integer> doubts) {
    public static Expectation standard(GroundTruth truth, double orderSlack, Map<String, Integer> doubts) {
        return new Expectation(truth, false, orderSlack, doubts);
    }

    public static Expectation fifo(GroundTruth truth, Map<String, Integer> doubts) {
        return new Expectation(truth.withoutDuplicates(), true, 0, doubts);
    }

    /** @param allViews that the observer has, those of other runs included */
    Range of(String host, AnomalyKind kind, long allViews) {
        var count = truth.of(host, kind);
        return switch (kind) {
            case DOMINANT_HOST -> dominates(host, allViews) ? Range.atLeast(1) : Range.exactly(0);
            case DUPLICATE -> new Range(count, count + (inOrder ? 0 : doubt(host)));
            case OUT_OF_ORDER -> outOfOrder(host, count);
            case LATE, FUTURE, GAP, UNKNOWN_CONTENT, UNKNOWN_AD -> Range.exactly(count);
        };
    }

    private Range outOfOrder(String host, int count) {
        var slack = (int) Math.ceil(orderSlack * truth.views(host)) + doubt(host);
        return new Range(count - Math.min(slack, count / 2), count + slack);
    }

    /** As auditors judge by default. */
    private boolean dominates(String host, long allViews) {
        return Dominance.USUAL.reachedBy(truth.views(host), allViews);
    }

    private int doubt(String host) {
        return doubts.getOrDefault(host, 0);
    }
}
