package dev.fanout.messaging;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The items that an event touches, as they are before it. */
public final class State {
    private final Map<Key<?>, Optional<Record>> items;

    private State(Map<Key<?>, Optional<Record>> items) {
        this.items = items;
    }

    public static State empty() {
        return new State(Map.of());
    }

    /** What was found for each key; nothing where there is no such item. */
    public static State of(Map<Key<?>, Optional<Record>> items) {
        return new State(Map.copyOf(items));
    }

    /** This state and one item more. */
    public <T extends Record> State with(Key<T> key, T item) {
        return including(key, Optional.of(item));
    }

    /** This state, knowing that there is no such item. */
    public State without(Key<?> key) {
        return including(key, Optional.empty());
    }

    /** @throws IllegalStateException if the projection did not name the key: what was not loaded must not be guessed */
    public <T extends Record> Optional<T> find(Key<T> key) {
        var item = items.get(key);
        if (item == null) throw new IllegalStateException(
                    "itemsOf() does not name %s; in a test, the state has to be told with() or without() it"
                            .formatted(key));
        return item.map(key.type()::cast);
    }

    private State including(Key<?> key, Optional<Record> item) {
        var more = new HashMap<>(items);
        more.put(key, item);
        return new State(more);
    }
}
