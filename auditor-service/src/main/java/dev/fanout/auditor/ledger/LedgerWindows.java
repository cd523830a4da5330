package dev.fanout.auditor.ledger;

import dev.fanout.auditor.anomaly.AuditorSettings;
import dev.fanout.auditor.peers.store.LedgerView;
import dev.fanout.auditor.vote.merkle.ViewEvent;
import dev.fanout.events.EventCodec;
import dev.fanout.messaging.Page;
import dev.fanout.messaging.Span;
import dev.fanout.messaging.StateStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What this ledger shows its peers: of each window that is closed, what came before. */
@Component
class LedgerWindows implements LedgerView {
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
        var signed = new ArrayList<dev.fanout.auditor.vote.merkle.ClaimEntry>();
        Page.walk(Span.ALL, span -> page(window, span), entry -> signed.add(event(entry).entry()));
        return new Contents(counts, signed, signed.size() == counted);
    }

    private Page<LedgerEntry> page(Instant window, Span span) {
        return state.page(
                ledger.entries(), ledger.byWindow(), LedgerEntry.inTime(window), span, StateStore.LARGEST_PAGE,
                        LedgerEntry.class);
    }

    @Override
    public Optional<ViewEvent> event(UUID eventId) {
        return state.find(ledger.entry(eventId)).map(this::event);
    }

    private Map<String, Long> counts(Instant window) {
        var prefix = Ledger.BY_HOST + "#";
        var counts = new TreeMap<String, Long>();
        Page.walk(Span.startingWith(prefix),
                span -> state.sums(ledger.counts(), Ledger.partition(window), span, StateStore.LARGEST_PAGE),
                sum -> counts.put(
                        sum.name().substring(prefix.length()),
                        sum.count(Ledger.VIEWS) - sum.count(Ledger.AFTER_CLOSE)));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    /** All that the view says, as every auditor writes it. */
    private ViewEvent event(LedgerEntry entry) {
        var content = codec.write(entry.view()).getBytes(StandardCharsets.UTF_8);
        return new ViewEvent(entry.eventId(), entry.hostId(), content);
    }
}
