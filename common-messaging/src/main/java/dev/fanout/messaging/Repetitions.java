package dev.fanout.messaging;

import dev.fanout.events.Event;
import java.util.Set;

/**
 * What a projection makes of an event that is done, when another message brings it again: its sender repeated itself.
 * A message that the queue hands out once more is no repetition, and each message is folded once.
 */
public interface Repetitions<E extends Event> {
    /** The items that {@link #fold} reads or puts. */
    Set<Key<?>> itemsOf(E event);

    /** What the repetition changes; it has no row of its own. */
    Changes fold(State state, E event);
}
