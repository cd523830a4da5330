package dev.fanout.auditor.peers;

import dev.fanout.auditor.peers.store.LedgerView;
import dev.fanout.auditor.vote.merkle.ViewEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** A ledger whose one closed window holds what it is given. */
class GivenWindows implements LedgerView {
    static final Duration LENGTH = Duration.ofMinutes(1);

    private final Instant window;
    private final List<ViewEvent> events = new ArrayList<>();
    private boolean complete = true;

    GivenWindows(Instant window, List<ViewEvent> events) {
        this.window = window;
        this.events.addAll(events);
    }

    void hears(ViewEvent another) {
        events.add(another);
    }

    void isComplete(boolean now) {
        complete = now;
    }

    @Override
    public Duration length() {
        return LENGTH;
    }

    @Override
    public Instant until() {
        return window.plus(LENGTH);
    }

    @Override
    public Contents contents(Instant asked) {
        var found = asked.equals(window) ? events : List.<ViewEvent>of();
        var counts = new TreeMap<String, Long>();
        found.forEach(event -> counts.merge(event.hostId(), 1L, Long::sum));
        return new Contents(Map.copyOf(counts), found.stream().map(ViewEvent::entry).toList(), complete);
    }

    @Override
    public Optional<ViewEvent> event(UUID eventId) {
        return events.stream().filter(event -> event.eventId().equals(eventId)).findFirst();
    }
}
