package dev.fanout.local.sns;

import org.jspecify.annotations.Nullable;

/**
 * What a publisher is told.
 *
 * @param sequenceNumber from FIFO topics only
 */
record Receipt(String messageId, @Nullable String sequenceNumber) {
    static Receipt of(Message message) {
        return new Receipt(message.id(), message.sequenceNumber());
    }

    String xml() {
        var id = Xml.text("MessageId", messageId);
        return sequenceNumber == null ? id : id + Xml.text("SequenceNumber", sequenceNumber);
    }
}
