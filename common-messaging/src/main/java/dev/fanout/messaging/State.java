package dev.fanout.messaging;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an event meets: the items that it touches, as they are before it, and when it was sent. */
public final class State {
    private final Map<Key<?>, Optional<Record>> items;

    private final @Nullable Instant sentAt;

    private State(Map<Key<?>, Optional<Record>> items, @Nullable Instant sentAt) {
        this.items = items;
        this.sentAt = sentAt;
    }

    public static State empty() {
        return new State(Map.of(), null);
    }

    /** What was found for each key; nothing where there is no such item. */
    public static State of(Map<Key<?>, Optional<Record>> items) {
        return new State(Map.copyOf(items), null);
    }

    /** This state and one item more. */
    public <T extends Record> State with(Key<T> key, T item) {
        return including(key, Optional.of(item));
    }

    /** This state, knowing that there is no such item. */
    public State without(Key<?> key) {
        return including(key, Optional.empty());
    }

    /** This state, for an event that its queue took at that time. */
    public State sentAt(Instant instant) {
        return new State(items, instant);
    }

    /**
     * When the queue took the message: by its clock, not by that of the sender, who can claim what he likes.
     *
     * @throws IllegalStateException if a test did not tell
     */
    public Instant sentAt() {
        if (sentAt == null) throw new IllegalStateException("in a test, the state has to be told sentAt()");
        return sentAt;
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
        return new State(more, sentAt);
    }
}
