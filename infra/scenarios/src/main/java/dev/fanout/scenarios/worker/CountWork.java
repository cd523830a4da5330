package dev.fanout.scenarios.worker;

import dev.fanout.events.WorkRequested;
import dev.fanout.messaging.Changes;
import dev.fanout.messaging.Key;
import dev.fanout.messaging.Projection;
import dev.fanout.messaging.State;
import java.util.Optional;
import java.util.Set;

/** Counts how often each piece was done, and lists those of a group in their order. Poison chokes it. */
final class CountWork implements Projection<WorkRequested> {
    @Override
    public Set<Key<?>> itemsOf(WorkRequested work) {
        return work.group() == null ? Set.of() : Set.of(WorkTables.group(work.group()));
    }

    @Override
    public Changes fold(State state, WorkRequested work) {
        if (work.chokesItsWorker()) throw new IllegalArgumentException("poison: " + work.id());
        var counted = WorkTables.doneOnceMore(work.id());
        if (work.group() == null) return counted;
        var group = WorkTables.group(work.group());
        return counted.put(group, state.find(group).orElse(WorkTables.Group.NONE).with(work.id()));
    }

    /** Two events of one piece are the same fact. */
    @Override
    public Optional<String> businessKey(WorkRequested work) {
        return Optional.of(work.id());
    }
}
