package dev.fanout.auditor;

import dev.fanout.events.ViewRecorded;
import dev.fanout.messaging.Changes;
import dev.fanout.messaging.Key;
import dev.fanout.messaging.Projection;
import dev.fanout.messaging.State;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Enters each view in the ledger, once. The entry is the note that it was entered. */
@Component
class EnterView implements Projection<ViewRecorded> {
    private final Ledger ledger;

    EnterView(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Set<Key<?>> itemsOf(ViewRecorded view) {
        return Set.of(ledger.host(view.hostId()));
    }

    @Override
    public Changes fold(State state, ViewRecorded view) {
        var hostKey = ledger.host(view.hostId());
        var host = state.find(hostKey).orElse(Host.UNHEARD_OF).oneMore();
        return Changes.NONE
                .insert(ledger.entry(view.eventId()), Entry.of(view, host.views()))
                .put(hostKey, host)
                .add(ledger.count(Ledger.BY_HOST, view.hostId()), Ledger.VIEWS, 1)
                .add(ledger.count(Ledger.BY_CONTENT, view.contentId()), Ledger.VIEWS, 1)
                .add(ledger.count(Ledger.BY_AD, view.adId()), Ledger.VIEWS, 1);
    }
}
