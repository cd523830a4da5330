package dev.fanout.local.sns.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fanout.local.sns.message.Message;
import dev.fanout.local.sns.message.MessageAttribute;
import dev.fanout.local.sns.registry.Subscription;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** SNS's JSON around a message, its fields in AWS's order. */
final class Envelope {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> fields = new LinkedHashMap<>();

    Envelope(Message message, Subscription to, String timestamp) {
        put("Type", "Notification");
        put("MessageId", message.id());
        put("SequenceNumber", message.sequenceNumber());
        put("TopicArn", to.topicArn());
        put("Subject", message.subject());
        put("Message", message.body());
        put("Timestamp", timestamp);
    }

    /** What a signature covers: names and values, each on a line, sorted by name. */
    String signed() {
        return Stream.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type")
                .filter(fields::containsKey)
                .map(name -> name + "\n" + fields.get(name) + "\n")
                .collect(Collectors.joining());
    }

    void put(String name, @Nullable Object value) {
        if (value != null) fields.put(name, value);
    }

    void put(Map<String, MessageAttribute> attributes) {
        if (attributes.isEmpty()) return;
        var shown = new LinkedHashMap<String, Object>();
        attributes.forEach((name, attribute) ->
                shown.put(name, Map.of("Type", attribute.type(), "Value", attribute.value())));
        put("MessageAttributes", shown);
    }

    String json() {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts can always be written", e);
        }
    }
}
