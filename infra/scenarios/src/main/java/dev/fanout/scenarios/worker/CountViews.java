package dev.fanout.scenarios.worker;

import dev.fanout.events.ViewRecorded;
import dev.fanout.messaging.Changes;
import dev.fanout.messaging.Projection;
import dev.fanout.messaging.State;

/** Counts how often each view was heard of. */
final class CountViews implements Projection<ViewRecorded> {
    @Override
    public Changes fold(State state, ViewRecorded view) {
        return WorkTables.doneOnceMore(view.eventId().toString());
    }
}
