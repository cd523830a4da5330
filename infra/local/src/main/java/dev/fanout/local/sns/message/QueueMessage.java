package dev.fanout.local.sns.message;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as a queue takes it.
 *
 * @param groupId with {@code deduplicationId} for FIFO queues only
 */
public record QueueMessage(
        String body,
        Map<String, MessageAttribute> attributes,
        @Nullable String groupId,
        @Nullable String deduplicationId) {}
