package dev.fanout.auditor.peers.verdict;

import dev.fanout.messaging.Saturated;
import java.util.ArrayList;

/**
 * Where one auditor differs from what counts.
 *
 * @param missed views that count, and that it does not hold
 * @param alone views that nobody else holds: they do not count
 * @param countedTwice how many more it counts than it holds
 * @param notCounted how many fewer
 */
public record Dissent(String auditor, long missed, long alone, long countedTwice, long notCounted) {

    static Dissent none(String auditor) {
        return new Dissent(auditor, 0, 0, 0, 0);
    }

    Dissent and(Dissent other) {
        return new Dissent(
                auditor, Saturated.sum(missed, other.missed), Saturated.sum(alone, other.alone),
                Saturated.sum(countedTwice, other.countedTwice), Saturated.sum(notCounted, other.notCounted));
    }

    boolean isAny() {
        return missed > 0 || alone > 0 || countedTwice > 0 || notCounted > 0;
    }

    public String text() {
        var words = new ArrayList<String>();
        if (missed > 0) words.add("missed " + missed);
        if (alone > 0) words.add("has " + alone + " that nobody else has");
        if (countedTwice > 0) words.add("counts " + countedTwice + " twice");
        if (notCounted > 0) words.add("does not count " + notCounted);
        return auditor + " " + String.join(", ", words);
    }
}
