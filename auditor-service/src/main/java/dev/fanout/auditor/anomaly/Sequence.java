package dev.fanout.auditor.anomaly;

import dev.fanout.messaging.Saturated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A host's own count of its views, as far as it came. It begins with the first number that is heard: what was before
 * this auditor listened is no gap.
 *
 * @param highest that came; -1 before the first
 * @param gaps below it, from the lowest on, at most {@link #REMEMBERED}
 * @param forgotten how many numbers are missing in gaps that are no longer remembered
 */
public record Sequence(long highest, List<Gap> gaps, long forgotten) {
    public static final Sequence UNHEARD_OF = new Sequence(-1, List.of(), 0);

    static final int REMEMBERED = 20;

    /**
     * @param missing how many numbers it skipped; of a leap one
     * @param filled what was a gap until it came
     */
    record Step(Sequence after, long missing, Optional<Gap> filled) {}

    Step next(long number, Instant window) {
        if (highest < 0 || number == highest + 1)
            return new Step(new Sequence(number, gaps, forgotten), 0, Optional.empty());
        return number > highest ? skip(number, window) : lookBack(number);
    }

    private Step skip(long number, Instant window) {
        var gap = new Gap(highest + 1, number - 1, window);
        var more = new ArrayList<>(gaps);
        more.add(gap);
        return new Step(bounded(number, more, forgotten), gap.size(), Optional.empty());
    }

    private Step lookBack(long number) {
        // A leap is no list of numbers, so none of them fills it.
        var filled = gaps.stream().filter(gap -> !gap.isLeap() && gap.has(number)).findFirst();
        return new Step(filled.map(gap -> fill(gap, number)).orElseGet(() -> recall(number)), 0, filled);
    }

    private Sequence fill(Gap filled, long number) {
        var rest = new ArrayList<Gap>();
        gaps.forEach(gap -> rest.addAll(gap.equals(filled) ? gap.without(number) : List.of(gap)));
        return bounded(highest, rest, forgotten);
    }

    /** From before the gaps that are remembered: it may have been in one that is not, and the host has the benefit. */
    private Sequence recall(long number) {
        var older = forgotten > 0 && (gaps.isEmpty() || number < gaps.getFirst().first());
        return older ? new Sequence(highest, gaps, forgotten - 1) : this;
    }

    private static Sequence bounded(long highest, List<Gap> gaps, long forgotten) {
        var tooMany = gaps.subList(0, Math.max(0, gaps.size() - REMEMBERED));
        var dropped = tooMany.stream().mapToLong(Gap::size).sum();
        var remembered = List.copyOf(gaps.subList(tooMany.size(), gaps.size()));
        return new Sequence(highest, remembered, Saturated.sum(forgotten, dropped));
    }

    public long missing() {
        return Saturated.sum(forgotten, gaps.stream().mapToLong(Gap::size).sum());
    }
}
