package dev.fanout.messaging.projection;

import dev.fanout.events.Event;
import dev.fanout.messaging.Changes;
import dev.fanout.messaging.Projection;
import dev.fanout.messaging.Repetitions;
import dev.fanout.messaging.State;
import dev.fanout.messaging.store.MarkerValue;
import java.util.Optional;

/** Tells what a sender said again from what the queue handed out again, where the projection asks for it. */
record RepetitionDetector(Projection<Event> projection) {
    /** What is left to do about an event that is done: nothing, unless another message did it and that is asked for. */
    Optional<PendingEvent> of(PendingEvent pending, MarkerValue earlier) {
        var byAnother = earlier.isOfAnotherMessage(pending.delivery().messageId());
        if (pending.repetition() || !byAnother) return Optional.empty();
        return projection.repetitions().map(wanted -> pending.asRepetition(wanted.itemsOf(pending.event())));
    }

    Changes fold(State state, PendingEvent pending) {
        if (!pending.repetition()) return projection.fold(state, pending.event());
        return projection.repetitions().map(wanted -> fold(wanted, state, pending)).orElse(Changes.NONE);
    }

    private static Changes fold(Repetitions<Event> wanted, State state, PendingEvent pending) {
        var changes = wanted.fold(state, pending.event());
        if (changes.row().isPresent()) throw new IllegalStateException("a repetition has no row: the event has it");
        return changes;
    }
}
