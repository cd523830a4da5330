package dev.fanout.local.sns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.InstantSource;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a queue gets: the bare message under raw delivery, or SNS's JSON envelope around it. */
final class Notifications {
    private static final int SQS_ATTRIBUTES = 10;
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private final ObjectMapper json = new ObjectMapper();
    private final InstantSource clock;

    Notifications(InstantSource clock) {
        this.clock = clock;
    }

    /** As on AWS, a raw message with more attributes than SQS allows is dropped without a word. */
    boolean deliverable(Message message, Subscription to) {
        return !to.raw() || message.attributes().size() <= SQS_ATTRIBUTES;
    }

    QueueMessage render(Message message, Subscription to) {
        var body = to.raw() ? message.body() : envelope(message, to);
        Map<String, MessageAttribute> attributes = to.raw() ? message.attributes() : Map.of();
        if (!to.inOrder()) return new QueueMessage(body, attributes, null, null);
        return new QueueMessage(body, attributes, message.groupId(), message.deduplicationId());
    }

    private String envelope(Message message, Subscription to) {
        var envelope = new LinkedHashMap<String, Object>();
        envelope.put("Type", "Notification");
        envelope.put("MessageId", message.id());
        if (message.sequenceNumber() != null) envelope.put("SequenceNumber", message.sequenceNumber());
        envelope.put("TopicArn", to.topicArn());
        if (message.subject() != null) envelope.put("Subject", message.subject());
        envelope.put("Message", message.body());
        envelope.put("Timestamp", MILLIS.format(clock.instant()));
        if (!message.attributes().isEmpty()) envelope.put("MessageAttributes", attributes(message));
        return write(envelope);
    }

    private static Map<String, Object> attributes(Message message) {
        var attributes = new LinkedHashMap<String, Object>();
        message.attributes().forEach((name, attribute) ->
                attributes.put(name, Map.of("Type", attribute.type(), "Value", attribute.value())));
        return attributes;
    }

    private String write(Map<String, Object> envelope) {
        try {
            return json.writeValueAsString(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts can always be written", e);
        }
    }
}
