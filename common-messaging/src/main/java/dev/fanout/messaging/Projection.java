package dev.fanout.messaging;

import dev.fanout.events.Event;
import java.util.Optional;
import java.util.Set;

/**
 * An effect that lives in DynamoDB. It names the items that an event touches and folds the event into them; it calls
 * nothing and keeps nothing, so that it can be run again whenever a commit met another. What it returns is written
 * once, in one transaction with the marker of the event.
 */
public non-sealed interface Projection<E extends Event> extends Handler<E> {
    /** The items that {@link #fold} reads or puts. At most about 90: they share a transaction with the markers. */
    default Set<Key<?>> itemsOf(E event) {
        return Set.of();
    }

    /** What the event changes, given the items as they are. An exception is a failed attempt at this event alone. */
    Changes fold(State state, E event);

    /** For a projection that wants to know what is sent again; others are spared it. */
    default Optional<Repetitions<E>> repetitions() {
        return Optional.empty();
    }

    /** What makes two events with different ids the same business fact, where that can happen. */
    default Optional<String> businessKey(E event) {
        return Optional.empty();
    }
}
