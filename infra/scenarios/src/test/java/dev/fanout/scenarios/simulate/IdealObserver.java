package dev.fanout.scenarios.simulate;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.fanout.events.AnomalyKind;
import dev.fanout.events.ViewRecorded;
import dev.fanout.topology.Dominance;
import dev.fanout.topology.Fanout;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Says what is odd about views by looking at nothing but them, in the order in which they come. */
public final class IdealObserver {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Map<UUID, ViewRecorded> heard = new HashMap<>();
    private final Map<String, Set<Long>> numbers = new HashMap<>();
    private final Map<String, Map<AnomalyKind, Long>> found = new TreeMap<>();

    public synchronized void hear(ViewRecorded view, Instant now) {
        var host = view.hostId();
        if (heard.putIfAbsent(view.eventId(), view) != null) {
            find(host, AnomalyKind.DUPLICATE);
            return;
        }
        if (view.timestamp().isBefore(now.minus(TOLERANCE))) find(host, AnomalyKind.LATE);
        if (view.timestamp().isAfter(now.plus(TOLERANCE))) find(host, AnomalyKind.FUTURE);
        if (!Fanout.CATALOGUE.contents().contains(view.contentId())) find(host, AnomalyKind.UNKNOWN_CONTENT);
        if (!Fanout.CATALOGUE.ads().contains(view.adId())) find(host, AnomalyKind.UNKNOWN_AD);
        var sequence = view.sequence();
        if (sequence == null) return;
        var before = numbers.computeIfAbsent(host, _ -> new HashSet<>());
        if (before.stream().anyMatch(number -> number > sequence)) find(host, AnomalyKind.OUT_OF_ORDER);
        before.add(sequence);
    }

    /** @param others views of hosts that it does not know */
    synchronized Map<String, Long> dominant(long others) {
        var dominant = views();
        dominant.values().removeIf(count -> !Dominance.USUAL.reachedBy(count, heard.size() + others));
        return dominant;
    }

    private void find(String host, AnomalyKind kind) {
        found.computeIfAbsent(host, _ -> new TreeMap<>()).merge(kind, 1L, Long::sum);
    }

    synchronized Map<String, Long> views() {
        return heard.values().stream().collect(groupingBy(ViewRecorded::hostId, counting()));
    }

    /** With what only the whole can tell: numbers that nobody had. */
    public synchronized Map<String, Map<AnomalyKind, Long>> anomalies() {
        var all = new TreeMap<String, Map<AnomalyKind, Long>>();
        found.forEach((host, counts) -> all.put(host, new TreeMap<>(counts)));
        numbers.forEach((host, had) -> {
            var missing = had.stream().mapToLong(number -> number).max().orElse(0) - had.size();
            if (missing > 0) all.computeIfAbsent(host, _ -> new TreeMap<>()).put(AnomalyKind.GAP, missing);
        });
        return all;
    }
}
