package dev.fanout.local.sns.message;

import dev.fanout.local.sns.protocol.Xml;
import org.jspecify.annotations.Nullable;

/**
 * What a publisher is told.
 *
 * @param sequenceNumber from FIFO topics only
 */
public record Receipt(String messageId, @Nullable String sequenceNumber) {
    public static Receipt of(Message message) {
        return new Receipt(message.id(), message.sequenceNumber());
    }

    public String xml() {
        var id = Xml.text("MessageId", messageId);
        return sequenceNumber == null ? id : id + Xml.text("SequenceNumber", sequenceNumber);
    }
}
