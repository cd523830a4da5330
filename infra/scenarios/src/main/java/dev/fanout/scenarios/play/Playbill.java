package dev.fanout.scenarios.play;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which scenarios there are. */
public final class Playbill {
    private static final Scenario LONG = new Backpressure();

    /** All but the one that shows rather than proves, and takes its time. */
    public static final List<Scenario> QUICK = List.of(
            new Happy(), new Crash(), new Drain(), new Duplicates(), new PoisonPieces(), new PartialBatch(),
            new SideEffects(), new BusinessDuplicate(), new InOrder(), new OutboxCrashes(), new Stampede(),
            new Outage(), new Disagreement());

    private Playbill() {}

    public static List<Scenario> all() {
        return Stream.concat(QUICK.stream(), Stream.of(LONG)).toList();
    }

    public static Optional<Scenario> named(String name) {
        return all().stream().filter(scenario -> scenario.name().equals(name)).findFirst();
    }

    public static String names() {
        return all().stream().map(Scenario::name).collect(Collectors.joining(", "));
    }
}
