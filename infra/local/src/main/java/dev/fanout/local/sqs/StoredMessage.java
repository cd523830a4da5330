package dev.fanout.local.sqs;

import dev.fanout.local.sns.message.MessageAttribute;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;
import org.elasticmq.BinaryMessageAttribute;
import org.elasticmq.DeduplicationId;
import org.elasticmq.MessageContent;
import org.elasticmq.NeverReceived$;
import org.elasticmq.NumberMessageAttribute;
import org.elasticmq.OnDateTimeReceived;
import org.elasticmq.Received;
import org.elasticmq.StringMessageAttribute;
import org.elasticmq.TracingId;
import org.elasticmq.actor.queue.InternalMessage;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.collection.mutable.Buffer;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A message as it is written down.
 *
 * @param receipt the last one, with which alone it can be deleted
 * @param nextDelivery when it becomes visible, in milliseconds of the epoch
 * @param created to the nanosecond: that is the order of a message group
 */
record StoredMessage(
        String id,
        @Nullable String receipt,
        long nextDelivery,
        String body,
        Map<String, MessageAttribute> attributes,
        String created,
        int orderIndex,
        @Nullable String firstReceive,
        int receiveCount,
        boolean fifo,
        @Nullable String group,
        @Nullable String deduplicationId,
        @Nullable String trace,
        @Nullable String sequenceNumber,
        @Nullable String deadLetterSource) {

    static StoredMessage of(InternalMessage message) {
        return new StoredMessage(
                message.id(),
                orNull(message.deliveryReceipts().lastOption()),
                message.nextDelivery(),
                message.content().value(),
                CollectionConverters.asJava(message.messageAttributes()).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> attribute(entry.getValue()))),
                message.created().toInstant().toString(),
                message.orderIndex(),
                firstReceive(message),
                message.receiveCount(),
                message.isFifo(),
                orNull(message.messageGroupId()),
                orNull(message.messageDeduplicationId().map(DeduplicationId::id)),
                orNull(message.tracingId().map(TracingId::id)),
                orNull(message.sequenceNumber()),
                orNull(message.deadLetterSourceQueueName()));
    }

    /** The same one as if it came now. */
    static InternalMessage sentAnew(InternalMessage message, Instant now) {
        return new InternalMessage(
                message.id(), message.deliveryReceipts(), message.nextDelivery(), message.content(),
                message.messageAttributes(), time(now), message.orderIndex(), message.firstReceive(),
                message.receiveCount(), message.isFifo(), message.messageGroupId(), message.messageDeduplicationId(),
                message.tracingId(), message.sequenceNumber(), message.deadLetterSourceQueueName());
    }

    static QueueEntry.Delivered delivery(String queue, InternalMessage message) {
        return new QueueEntry.Delivered(
                queue,
                message.id(),
                orNull(message.deliveryReceipts().lastOption()),
                message.nextDelivery(),
                message.receiveCount(),
                firstReceive(message));
    }

    StoredMessage after(QueueEntry.Delivered delivery) {
        return new StoredMessage(
                id, delivery.receipt(), delivery.nextDelivery(), body, attributes, created, orderIndex,
                delivery.firstReceive(), delivery.receiveCount(), fifo, group, deduplicationId, trace,
                sequenceNumber, deadLetterSource);
    }

    Instant at() {
        return Instant.parse(created);
    }

    InternalMessage toInternal() {
        return new InternalMessage(
                id,
                receipts(),
                nextDelivery,
                new MessageContent(body),
                NewMessages.attributes(attributes),
                time(created),
                orderIndex,
                firstReceive == null ? NeverReceived$.MODULE$ : new OnDateTimeReceived(time(firstReceive)),
                receiveCount,
                fifo,
                Option.apply(group),
                deduplicationId == null ? Option.empty() : Option.apply(new DeduplicationId(deduplicationId)),
                trace == null ? Option.empty() : Option.apply(new TracingId(trace)),
                Option.apply(sequenceNumber),
                Option.apply(deadLetterSource));
    }

    /** One that the engine can add to. */
    private Buffer<String> receipts() {
        var receipts = new ArrayList<String>();
        if (receipt != null) receipts.add(receipt);
        return CollectionConverters.asScala(receipts);
    }

    private static MessageAttribute attribute(org.elasticmq.MessageAttribute attribute) {
        var value = switch (attribute) {
            case BinaryMessageAttribute binary -> binary.asBase64();
            case NumberMessageAttribute number -> number.stringValue();
            case StringMessageAttribute string -> string.stringValue();
            default -> throw new IllegalArgumentException("unknown attribute " + attribute);
        };
        return new MessageAttribute(attribute.getDataType(), value);
    }

    private static @Nullable String firstReceive(InternalMessage message) {
        Received received = message.firstReceive();
        return received instanceof OnDateTimeReceived on ? on.when().toInstant().toString() : null;
    }

    private static OffsetDateTime time(String instant) {
        return time(Instant.parse(instant));
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneId.systemDefault());
    }

    private static <T> @Nullable T orNull(Option<T> option) {
        return option.isEmpty() ? null : option.get();
    }
}
