package dev.fanout.auditor.vote;

import dev.fanout.auditor.vote.merkle.ClaimEntry;
import dev.fanout.auditor.vote.merkle.ViewEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/** A ledger in memory. */
public class TestLedger implements LocalLedger {
    private final Map<Long, Map<UUID, ViewEvent>> events = new HashMap<>();
    private final Map<Long, Map<UUID, ClaimEntry>> entries = new HashMap<>();
    private final Map<Long, Map<String, Long>> countedTwice = new HashMap<>();

    /** How often all of a window was asked for. */
    int reads;

    public static ViewEvent event(long number, String host) {
        var random = new Random(number * 1_000_003 + 17);
        var id = new UUID(random.nextLong(), random.nextLong());
        return new ViewEvent(id, host, (host + " showed film-" + number).getBytes(StandardCharsets.UTF_8));
    }

    public static List<ViewEvent> events(int from, int to, String host) {
        var events = new ArrayList<ViewEvent>();
        for (var number = from; number < to; number++) events.add(event(number, host));
        return events;
    }

    public TestLedger holds(long window, Collection<ViewEvent> held) {
        for (var event : held) {
            events.computeIfAbsent(window, _ -> new HashMap<>()).put(event.eventId(), event);
            entries.computeIfAbsent(window, _ -> new HashMap<>()).put(event.eventId(), event.entry());
        }
        return this;
    }

    public TestLedger countsMore(long window, String host, long count) {
        countedTwice.computeIfAbsent(window, _ -> new HashMap<>()).merge(host, count, Long::sum);
        return this;
    }

    @Override
    public Collection<ClaimEntry> entries(long window) {
        reads++;
        return entries.getOrDefault(window, Map.of()).values();
    }

    @Override
    public Map<String, Long> counts(long window) {
        var counts = new TreeMap<>(countedTwice.getOrDefault(window, Map.of()));
        held(window).values().forEach(event -> counts.merge(event.hostId(), 1L, Long::sum));
        return counts;
    }

    @Override
    public Optional<ViewEvent> event(long window, UUID eventId) {
        return Optional.ofNullable(held(window).get(eventId));
    }

    private Map<UUID, ViewEvent> held(long window) {
        return events.getOrDefault(window, Map.of());
    }
}
