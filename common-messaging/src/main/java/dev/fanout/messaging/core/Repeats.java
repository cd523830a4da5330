package dev.fanout.messaging.core;

import dev.fanout.events.Event;
import dev.fanout.messaging.Changes;
import dev.fanout.messaging.Projection;
import dev.fanout.messaging.Repetitions;
import dev.fanout.messaging.State;
import java.util.Optional;

/** Tells what a sender said again from what the queue handed out again, where the projection asks for it. */
record Repeats(Projection<Event> projection) {
    /** What is left to do about an event that is done: nothing, unless another message did it and that is asked for. */
    Optional<Work> of(Work work, DoneBy earlier) {
        if (work.repetition() || !earlier.byAnother(work)) return Optional.empty();
        return projection.repetitions().map(wanted -> work.asRepetition(wanted.itemsOf(work.event())));
    }

    Changes fold(State state, Work work) {
        if (!work.repetition()) return projection.fold(state, work.event());
        return projection.repetitions().map(wanted -> fold(wanted, state, work)).orElse(Changes.NONE);
    }

    private static Changes fold(Repetitions<Event> wanted, State state, Work work) {
        var changes = wanted.fold(state, work.event());
        if (changes.row().isPresent()) throw new IllegalStateException("a repetition has no row: the event has it");
        return changes;
    }
}
