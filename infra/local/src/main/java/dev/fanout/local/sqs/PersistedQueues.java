package dev.fanout.local.sqs;

import dev.fanout.local.data.State;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All queues as their journal has them. */
final class PersistedQueues implements State<QueueEntry> {
    private final Map<String, PersistedQueue> queues = new LinkedHashMap<>();
    private final InstantSource clock;

    PersistedQueues(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public boolean apply(QueueEntry entry) {
        return switch (entry) {
            case QueueEntry.Queue(var settings) -> change(settings);
            case QueueEntry.Deleted deleted -> queues.remove(deleted.queue()) != null;
            case QueueEntry.Purged purged -> in(purged, PersistedQueue::purge);
            case QueueEntry.Added added -> add(added);
            case QueueEntry.Delivered delivered -> in(delivered, queue -> queue.deliver(delivered));
            case QueueEntry.Removed removed ->
                in(removed, queue -> queue.remove(removed, clock.instant()));
        };
    }

    @Override
    public Stream<QueueEntry> entries() {
        return queues.values().stream().flatMap(queue -> queue.entries(clock.instant()));
    }

    List<PersistedQueue> deadLetterQueuesFirst() {
        var deadLetterQueues =
                queues.values().stream().map(queue -> queue.settings().deadLetterQueue()).toList();
        return queues.values().stream()
                .sorted(Comparator.comparing(queue -> !deadLetterQueues.contains(queue.settings().name())))
                .toList();
    }

    int count() {
        return queues.size();
    }

    int messages() {
        return queues.values().stream().mapToInt(PersistedQueue::size).sum();
    }

    private boolean change(StoredQueue settings) {
        var there = queues.get(settings.name());
        if (there != null) return there.change(settings);
        queues.put(settings.name(), new PersistedQueue(settings));
        return true;
    }

    /** A dead letter leaves the one queue and enters the other by one entry, so no kill can come in between. */
    private boolean add(QueueEntry.Added added) {
        var source = queues.get(String.valueOf(added.message().deadLetterSource()));
        if (source != null && added.queue().equals(source.settings().deadLetterQueue()))
            source.moved(added.message().id());
        return in(added, queue -> queue.add(added.message()));
    }

    private boolean in(QueueEntry entry, Predicate<PersistedQueue> change) {
        var queue = queues.get(entry.queue());
        return queue != null && change.test(queue);
    }
}
