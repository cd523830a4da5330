package dev.fanout.auditor;

import dev.fanout.auditor.Finding.Example;
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

    CountRepetitions(Ledger ledger, AuditorSettings rules) {
        this.ledger = ledger;
        this.rules = rules;
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
        var repeated = state.find(repeatedKey).orElse(Repeated.NEVER).onceMore();
        var host = state.find(hostKey).orElseGet(() -> Host.unheardOf(view.hostId()));
        var example = Example.of(view.eventId().toString(), repeated.times(), window);
        return Changes.NONE
                .put(repeatedKey, repeated)
                .put(hostKey, host.with(AnomalyKind.DUPLICATE, example))
                .add(ledger.inWindow(window, Ledger.BY_HOST, view.hostId()), AnomalyKind.DUPLICATE.wireName(), 1);
    }
}
