package dev.fanout.auditor;

import dev.fanout.auditor.peers.ClosedWindows;
import dev.fanout.auditor.vote.Event;
import dev.fanout.events.EventCodec;
import dev.fanout.messaging.StateStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What this ledger shows its peers: of each window that is closed, what came before. */
@Component
class LedgerWindows implements ClosedWindows {
    private final Ledger ledger;
    private final AuditorSettings rules;
    private final StateStore state;
    private final CloseWindows closing;
    private final EventCodec codec = new EventCodec();

    LedgerWindows(Ledger ledger, AuditorSettings rules, StateStore state, CloseWindows closing) {
        this.ledger = ledger;
        this.rules = rules;
        this.state = state;
        this.closing = closing;
    }

    @Override
    public Duration length() {
        return rules.window();
    }

    @Override
    public Instant until() {
        return closing.closedUntil();
    }

    @Override
    public Contents contents(Instant window) {
        var counts = counts(window);
        var counted = counts.values().stream().mapToLong(count -> count).sum();
        var entries = state.list(
                ledger.entries(), ledger.byWindow(), Entry.inTime(window), Integer.MAX_VALUE, Entry.class);
        var signed = entries.stream().map(entry -> event(entry).entry()).toList();
        return new Contents(counts, signed, signed.size() == counted);
    }

    @Override
    public Optional<Event> event(UUID eventId) {
        return state.find(ledger.entry(eventId)).map(this::event);
    }

    private Map<String, Long> counts(Instant window) {
        var found = state.sums(ledger.counts(), Ledger.partition(window), Ledger.BY_HOST);
        var sums = WindowSums.of(Window.at(window, rules.window()), true, List.of(found));
        var counts = new TreeMap<String, Long>();
        sums.of(Ledger.BY_HOST).forEach((host, fields) -> counts.put(
                host, WindowSums.count(fields, Ledger.VIEWS) - WindowSums.count(fields, Ledger.AFTER_CLOSE)));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    /** All that the view says, as every auditor writes it. */
    private Event event(Entry entry) {
        var content = codec.write(entry.view()).getBytes(StandardCharsets.UTF_8);
        return new Event(entry.eventId(), entry.hostId(), content);
    }
}
