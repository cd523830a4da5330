package dev.fanout.local.sns;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody publishes to a topic. */
record Message(
        String id,
        String body,
        @Nullable String subject,
        Map<String, MessageAttribute> attributes,
        @Nullable String groupId,
        @Nullable String deduplicationId,
        @Nullable String sequenceNumber) {

    /** Bytes as AWS counts them: the body, and each attribute's name, type and value. */
    int size() {
        return bytes(body)
                + attributes.entrySet().stream()
                        .mapToInt(entry -> bytes(entry.getKey())
                                + bytes(entry.getValue().type())
                                + bytes(entry.getValue().value()))
                        .sum();
    }

    Message numbered(String number) {
        return new Message(id, body, subject, attributes, groupId, deduplicationId, number);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
