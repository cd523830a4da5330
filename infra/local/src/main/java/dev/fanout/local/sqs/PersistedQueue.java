package dev.fanout.local.sqs;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One queue as its journal has it. */
final class PersistedQueue {
    private static final Duration DEDUPLICATION = Duration.ofMinutes(5);

    private static final long LONG_AGO = 0;

    private final Map<String, StoredMessage> messages = new LinkedHashMap<>();

    // Deleted already, but a FIFO queue goes on to refuse their deduplication ids.
    private final Map<String, StoredMessage> remembered = new LinkedHashMap<>();

    // The engine's events may overtake each other.
    private final Set<String> removedBeforeAdded = new HashSet<>();

    private StoredQueue settings;

    PersistedQueue(StoredQueue settings) {
        this.settings = settings;
    }

    StoredQueue settings() {
        return settings;
    }

    boolean change(StoredQueue settings) {
        if (settings.equals(this.settings)) return false;
        this.settings = settings;
        return true;
    }

    boolean add(StoredMessage message) {
        if (removedBeforeAdded.remove(message.id())) return false;
        messages.put(message.id(), message);
        return true;
    }

    boolean deliver(QueueEntry.Delivered delivery) {
        return messages.computeIfPresent(delivery.id(), (_, message) -> message.after(delivery)) != null;
    }

    boolean remove(QueueEntry.Removed removal, Instant now) {
        var id = removal.id();
        var there = messages.get(id);
        if (there == null && !remembered.containsKey(id)) removedBeforeAdded.add(id);
        // Perhaps it was deleted late; if not, its dead-letter queue is about to tell. Better twice than never.
        if (there == null || perhapsMoving(there, removal.at())) return false;
        forgetOld(now);
        moved(id);
        return true;
    }

    /** To its dead-letter queue. */
    void moved(String id) {
        var message = messages.remove(id);
        if (message != null && message.fifo()) remembered.put(id, message);
    }

    boolean purge() {
        messages.clear();
        remembered.clear();
        return true;
    }

    int size() {
        return messages.size();
    }

    /** In the order in which they came, the remembered ones among them. */
    List<StoredMessage> messages(Instant now) {
        forgetOld(now);
        return Stream.of(messages, remembered)
                .flatMap(some -> some.values().stream())
                .sorted(Comparator.comparing(StoredMessage::at))
                .toList();
    }

    List<String> removed() {
        return List.copyOf(remembered.keySet());
    }

    Stream<QueueEntry> entries(Instant now) {
        var name = settings.name();
        return Stream.of(
                        Stream.of(new QueueEntry.Queue(settings)),
                        messages(now).stream().map(message -> new QueueEntry.Added(name, message)),
                        removed().stream().map(id -> new QueueEntry.Removed(name, id, LONG_AGO)))
                .flatMap(entries -> entries);
    }

    private boolean perhapsMoving(StoredMessage message, long at) {
        return settings.deadLetterQueue() != null
                && message.receiveCount() >= settings.maxReceives()
                && message.nextDelivery() <= at;
    }

    private void forgetOld(Instant now) {
        // From the head only: whatever stays behind a younger one goes with it, soon.
        var oldest = remembered.values().iterator();
        while (oldest.hasNext() && !oldest.next().at().isAfter(now.minus(DEDUPLICATION))) oldest.remove();
    }
}
