package dev.fanout.scenarios.play.auditors;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one auditor has found, about all windows together. */
record AuditorVerdicts(List<WindowRuling> rulings) {
    static final AuditorVerdicts NONE = new AuditorVerdicts(List.of());

    long finals() {
        return rulings.stream().filter(WindowRuling::isFinal).count();
    }

    /** How many of another auditor's it does not find in the same way. */
    long unlike(AuditorVerdicts other) {
        var own = rulings.stream().map(WindowRuling::substance).collect(toSet());
        return other.rulings.stream().map(WindowRuling::substance).filter(ruling -> !own.contains(ruling)).count();
    }

    /** Views that count. */
    private Map<String, Long> byHost() {
        var views = new TreeMap<String, Long>();
        for (var ruling : rulings)
            ruling.hosts().forEach(host -> views.merge(host.hostId(), host.reconciled(), Long::sum));
        return views;
    }

    /** Hosts of which another number counts. */
    long differences(Map<String, Long> truth) {
        var found = byHost();
        return Stream.of(truth, found)
                .flatMap(views -> views.keySet().stream())
                .distinct()
                .filter(host -> !Objects.equals(truth.get(host), found.get(host)))
                .count();
    }

    long sum(ToLongFunction<WindowRuling> count) {
        return rulings.stream().mapToLong(count).sum();
    }

    /** From a time until each verdict, the shortest first. */
    List<Duration> times(Function<WindowRuling, @Nullable Instant> from) {
        return rulings.stream()
                .filter(ruling -> from.apply(ruling) != null && ruling.decidedAt() != null)
                .map(ruling -> Duration.between(from.apply(ruling), ruling.decidedAt()))
                .sorted()
                .toList();
    }

    /** Accusations that are wrong, if one auditor has invented views and another one has lost some. */
    long unjust(String inventor, String loser, Set<String> truth) {
        var disputed = rulings.stream()
                .flatMap(ruling -> ruling.disputed().stream())
                .filter(view -> !view.holder().equals(inventor) || truth.contains(view.eventId()));
        var missed = rulings.stream()
                .flatMap(ruling -> ruling.missed().stream())
                .filter(view -> !view.auditor().equals(loser) || !truth.contains(view.eventId()));
        return disputed.count() + missed.count();
    }
}
