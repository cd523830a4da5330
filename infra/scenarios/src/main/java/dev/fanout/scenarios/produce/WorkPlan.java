package dev.fanout.scenarios.produce;

import dev.fanout.events.WorkRequested;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Work to be made: the same ids in the same order for the same plan.
 *
 * @param pieces how many different ones
 * @param duplicates how many of them come a second time, as the same event, somewhere later
 * @param groups over how many groups they are dealt out in turn; 0 for none
 */
public record WorkPlan(int pieces, PoisonSelector poison, int duplicates, int groups, long seed) {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    public static WorkPlan of(int pieces, long seed) {
        return new WorkPlan(pieces, PoisonSelector.NONE, 0, 0, seed);
    }

    public WorkPlan with(PoisonSelector other) {
        return new WorkPlan(pieces, other, duplicates, groups, seed);
    }

    public WorkPlan withDuplicates(int count) {
        return new WorkPlan(pieces, poison, count, groups, seed);
    }

    public WorkPlan inGroups(int count) {
        return new WorkPlan(pieces, poison, duplicates, count, seed);
    }

    /** @param now when the work is requested; no more than that differs from one run to the next */
    public List<WorkRequested> events(Instant now) {
        var random = new Random(seed);
        var run = "%06x".formatted(random.nextInt(1 << 24));
        var poisoned = poison.among(pieces, random);
        var events = new ArrayList<WorkRequested>();
        for (int i = 0; i < pieces; i++) {
            events.add(new WorkRequested(
                    id(random), "%s-%05d".formatted(run, i + 1), "piece %d of %d".formatted(i + 1, pieces),
                    groups == 0 ? null : group(i % groups), poisoned.contains(i) ? true : null,
                    now.truncatedTo(ChronoUnit.MILLIS)));
        }
        repeatSome(events, random);
        return List.copyOf(events);
    }

    /** Places are drawn in the growing list, so one piece may come more than twice. */
    private void repeatSome(List<WorkRequested> events, Random random) {
        for (int i = 0; i < duplicates; i++) {
            var first = random.nextInt(events.size());
            events.add(random.nextInt(first + 1, events.size() + 1), events.get(first));
        }
    }

    private static String group(int number) {
        return "group-" + (number < LETTERS.length() ? LETTERS.charAt(number) : String.valueOf(number));
    }

    /** As random as a UUID is, but from our seed. */
    public static UUID id(Random random) {
        var version4 = random.nextLong() & ~0xF000L | 0x4000L;
        var variant2 = random.nextLong() & ~(0b11L << 62) | 0b10L << 62;
        return new UUID(version4, variant2);
    }
}
