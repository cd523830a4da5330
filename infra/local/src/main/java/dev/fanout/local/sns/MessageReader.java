package dev.fanout.local.sns;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what is published, and refuses what the topic may not take. */
final class MessageReader {
    private MessageReader() {}

    static Message read(Parameters from, Topic topic) {
        var body = from.find("Message");
        if (body == null || body.isEmpty()) throw SnsException.invalid("Empty message");
        if (from.find("MessageStructure") != null)
            throw SnsException.invalid("MessageStructure Reason: not supported by the local stack yet");
        return new Message(
                UUID.randomUUID().toString(),
                body,
                from.find("Subject"),
                MessageAttributes.read(from),
                groupId(from, topic),
                deduplicationId(from, topic, body),
                null);
    }

    private static @Nullable String groupId(Parameters from, Topic topic) {
        var group = from.find("MessageGroupId");
        if (topic.fifo() && group == null)
            throw SnsException.invalid("The MessageGroupId parameter is required for FIFO topics");
        return group;
    }

    private static @Nullable String deduplicationId(Parameters from, Topic topic, String body) {
        var id = from.find("MessageDeduplicationId");
        if (!topic.fifo() && id != null)
            throw SnsException.invalid("MessageDeduplicationId Reason: The request includes"
                    + " MessageDeduplicationId parameter that is not valid for this topic type");
        if (!topic.fifo() || id != null) return id;
        if (topic.deduplicatesByContent()) return sha256(body);
        throw SnsException.invalid("The topic should either have ContentBasedDeduplication enabled"
                + " or MessageDeduplicationId provided explicitly");
    }

    private static String sha256(String body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
