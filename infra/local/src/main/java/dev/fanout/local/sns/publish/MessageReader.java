package dev.fanout.local.sns.publish;

import dev.fanout.local.sns.message.Message;
import dev.fanout.local.sns.message.MessageAttributes;
import dev.fanout.local.sns.protocol.Parameters;
import dev.fanout.local.sns.protocol.SnsException;
import dev.fanout.local.sns.registry.Topic;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what is published, and refuses what the topic may not take. */
public final class MessageReader {
    // Printable ASCII that does not begin with a space: so no line breaks.
    private static final Pattern SUBJECT = Pattern.compile("[!-~][ -~]{0,99}");
    private static final Pattern ID = Pattern.compile("[!-~]{1,128}");

    private MessageReader() {}

    public static Message read(Parameters from, Topic topic) {
        checkContent(from, topic);
        var body = MessageStructure.body(from);
        return new Message(
                UUID.randomUUID().toString(),
                body,
                from.find("Subject"),
                MessageAttributes.read(from),
                groupId(from, topic),
                deduplicationId(from, topic),
                null);
    }

    /** For what of this is wrong, AWS refuses a whole batch, and not the one entry. */
    static void checkForm(Parameters from, Topic topic) {
        MessageAttributes.read(from);
        groupId(from, topic);
        deduplicationId(from, topic);
        MessageStructure.body(from);
    }

    private static void checkContent(Parameters from, Topic topic) {
        var subject = from.find("Subject");
        if (subject != null && !SUBJECT.matcher(subject).matches()) throw SnsException.invalid("Subject");
        var body = from.find("Message");
        if (body == null || body.isEmpty()) throw SnsException.invalid("Empty message");
        if (!topic.fifo() && from.find("MessageDeduplicationId") != null)
            throw SnsException.invalid("MessageDeduplicationId Reason: The request includes"
                    + " MessageDeduplicationId parameter that is not valid for this topic type");
    }

    private static @Nullable String groupId(Parameters from, Topic topic) {
        var group = id(from, "MessageGroupId");
        if (topic.fifo() && group == null)
            throw SnsException.invalid("The MessageGroupId parameter is required for FIFO topics");
        return group;
    }

    private static @Nullable String deduplicationId(Parameters from, Topic topic) {
        if (!topic.fifo()) return null;
        var id = id(from, "MessageDeduplicationId");
        if (id != null) return id;
        if (topic.deduplicatesByContent()) return sha256(from.values().getOrDefault("Message", ""));
        throw SnsException.invalid("The topic should either have ContentBasedDeduplication enabled"
                + " or MessageDeduplicationId provided explicitly");
    }

    private static @Nullable String id(Parameters from, String name) {
        var id = from.find(name);
        if (id == null || ID.matcher(id).matches()) return id;
        throw SnsException.invalid(name + " Reason: it can only include alphanumeric and punctuation characters,"
                + " 1 to 128 of them");
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
