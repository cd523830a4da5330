package dev.fanout.auditor.ledger;

import dev.fanout.auditor.anomaly.AuditorSettings;
import dev.fanout.auditor.anomaly.Finding.Example;
import dev.fanout.auditor.anomaly.HostProfile;
import dev.fanout.auditor.anomaly.RepeatedEvent;
import dev.fanout.auditor.anomaly.ViewInspector;
import dev.fanout.events.AnomalyKind;
import dev.fanout.events.ViewRecorded;
import dev.fanout.messaging.Changes;
import dev.fanout.messaging.Key;
import dev.fanout.messaging.Repetitions;
import dev.fanout.messaging.State;
import java.util.Set;

/** Notes about a host that it sent a view again. */
final class CountRepetitions implements Repetitions<ViewRecorded> {
    private final Ledger ledger;
    private final AuditorSettings rules;
    private final ViewInspector inspector;

    CountRepetitions(Ledger ledger, AuditorSettings rules) {
        this.ledger = ledger;
        this.rules = rules;
        this.inspector = new ViewInspector(rules, ledger.order());
    }

    @Override
    public Set<Key<?>> itemsOf(ViewRecorded view) {
        return Set.of(ledger.host(view.hostId()), ledger.repeated(view.eventId()));
    }

    @Override
    public Changes fold(State state, ViewRecorded view) {
        var window = rules.windowOf(view.timestamp());
        var hostKey = ledger.host(view.hostId());
        var repeatedKey = ledger.repeated(view.eventId());
        var repeated = state.find(repeatedKey).orElse(RepeatedEvent.NEVER).onceMore();
        var before = state.find(hostKey).orElseGet(() -> HostProfile.unheardOf(view.hostId()));
        var heard = inspector.hearAgain(before, view, state.sentAt());
        var example = Example.of(view.eventId().toString(), repeated.times(), window);
        var byHost = ledger.inWindow(window, Ledger.BY_HOST, view.hostId());
        var after = heard.host().with(AnomalyKind.DUPLICATE, example);
        var changes = ledger.difference(Changes.NONE, before, after)
                .put(repeatedKey, repeated)
                .put(hostKey, after)
                .add(byHost, AnomalyKind.DUPLICATE.wireName(), 1);
        for (var wrong : heard.wrong().entrySet())
            changes = changes.add(byHost, wrong.getKey().wireName(), wrong.getValue());
        return changes;
    }
}
