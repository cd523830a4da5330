package dev.fanout.auditor.ledger;

import dev.fanout.auditor.anomaly.AuditorSettings;
import dev.fanout.auditor.anomaly.HostProfile;
import dev.fanout.auditor.anomaly.Inspection;
import dev.fanout.auditor.anomaly.ViewInspector;
import dev.fanout.auditor.window.ClosedUntil;
import dev.fanout.events.AnomalyKind;
import dev.fanout.events.ViewRecorded;
import dev.fanout.messaging.Changes;
import dev.fanout.messaging.Key;
import dev.fanout.messaging.Projection;
import dev.fanout.messaging.Repetitions;
import dev.fanout.messaging.State;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Enters each view in the ledger, once, with what looks wrong about it. The entry is the note that it was entered. */
@Component
class RecordView implements Projection<ViewRecorded> {
    private final Ledger ledger;
    private final AuditorSettings rules;
    private final ViewInspector inspector;

    RecordView(Ledger ledger, AuditorSettings rules) {
        this.ledger = ledger;
        this.rules = rules;
        this.inspector = new ViewInspector(rules, ledger.order());
    }

    @Override
    public Set<Key<?>> itemsOf(ViewRecorded view) {
        return Set.of(ledger.host(view.hostId()), ledger.closed(), ledger.leading());
    }

    @Override
    public Changes fold(State state, ViewRecorded view) {
        var hostKey = ledger.host(view.hostId());
        var before = state.find(hostKey).orElseGet(() -> HostProfile.unheardOf(view.hostId()));
        var heard = inspector.hear(before, view, state.sentAt());
        var window = rules.windowOf(view.timestamp());
        var closed = state.find(ledger.closed()).orElse(ClosedUntil.NONE).has(window);
        var entered = Changes.NONE
                .insert(ledger.entry(view.eventId()), LedgerEntry.of(view, heard.host().views(), window, closed))
                .put(hostKey, heard.host())
                .add(ledger.count(Ledger.BY_CONTENT, view.contentId()), Ledger.VIEWS, 1)
                .add(ledger.count(Ledger.BY_AD, view.adId()), Ledger.VIEWS, 1)
                .add(ledger.all(), Ledger.VIEWS, 1);
        var led = leading(entered, state, heard.host());
        return inWindow(ledger.difference(led, before, heard.host()), window, closed, view, heard);
    }

    private Changes leading(Changes entered, State state, HostProfile host) {
        if (host.views() < rules.minimumViews()) return entered;
        var before = state.find(ledger.leading()).orElse(TopHosts.NOBODY);
        var after = before.with(host.hostId(), host.views(), TopHosts.enough(rules.dominantShare()));
        return after.equals(before) ? entered : entered.put(ledger.leading(), after);
    }

    @Override
    public Optional<Repetitions<ViewRecorded>> repetitions() {
        return Optional.of(new CountRepetitions(ledger, rules));
    }

    private Changes inWindow(Changes entered, Instant window, boolean closed, ViewRecorded view, Inspection heard) {
        var byHost = ledger.inWindow(window, Ledger.BY_HOST, view.hostId());
        var changes = entered
                .add(byHost, Ledger.VIEWS, 1)
                .add(byHost, Ledger.AFTER_CLOSE, closed ? 1 : 0)
                .add(ledger.inWindow(window, Ledger.BY_CONTENT, view.contentId()), Ledger.VIEWS, 1)
                .add(ledger.inWindow(window, Ledger.BY_AD, view.adId()), Ledger.VIEWS, 1);
        for (var wrong : heard.wrong().entrySet())
            changes = changes.add(byHost, wrong.getKey().wireName(), wrong.getValue());
        if (heard.filled().isEmpty()) return changes;
        // The window that showed the gap has one missing less.
        var showedIt = ledger.inWindow(heard.filled().get().window(), Ledger.BY_HOST, view.hostId());
        return changes.add(showedIt, AnomalyKind.GAP.wireName(), -1);
    }
}
