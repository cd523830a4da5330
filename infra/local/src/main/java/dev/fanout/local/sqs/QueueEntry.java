package dev.fanout.local.sqs;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** What happens to queues, as their journal has it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @Type(value = QueueEntry.Queue.class, name = "queue"),
    @Type(value = QueueEntry.Deleted.class, name = "deleted"),
    @Type(value = QueueEntry.Purged.class, name = "purged"),
    @Type(value = QueueEntry.Added.class, name = "added"),
    @Type(value = QueueEntry.Delivered.class, name = "delivered"),
    @Type(value = QueueEntry.Removed.class, name = "removed")
})
sealed interface QueueEntry {
    String queue();

    /** Made, or changed. */
    record Queue(StoredQueue settings) implements QueueEntry {
        @Override
        public String queue() {
            return settings.name();
        }
    }

    /** The whole queue is gone. */
    record Deleted(String queue) implements QueueEntry {}

    /** Its messages are gone, and what it remembered of them. */
    record Purged(String queue) implements QueueEntry {}

    /** A message came. */
    record Added(String queue, StoredMessage message) implements QueueEntry {}

    /** A message was received, or its visibility changed. */
    record Delivered(
            String queue,
            String id,
            @Nullable String receipt,
            long nextDelivery,
            int receiveCount,
            @Nullable String firstReceive)
            implements QueueEntry {}

    /**
     * A message was deleted, or moved.
     *
     * @param at in milliseconds of the epoch
     */
    record Removed(String queue, String id, long at) implements QueueEntry {}
}
