package dev.fanout.local.sns.publish;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fanout.local.sns.filter.Json;
import dev.fanout.local.sns.protocol.Parameters;
import dev.fanout.local.sns.protocol.SnsException;
import dev.fanout.local.sns.registry.Subscription;
import java.util.stream.Stream;

/** With {@code MessageStructure=json} a message holds one body for each protocol. */
final class MessageStructure {
    private MessageStructure() {}

    /** The one for queues. */
    static String body(Parameters from) {
        var message = from.values().getOrDefault("Message", "");
        var structure = from.find("MessageStructure");
        if (structure == null) return message;
        if (!structure.equals("json")) throw SnsException.invalid("MessageStructure");
        return bodyForQueues(Json.ifPossible(message));
    }

    private static String bodyForQueues(JsonNode bodies) {
        if (!bodies.isObject()) throw fault("JSON message body failed to parse");
        // What is no text is passed over.
        if (!bodies.path("default").isTextual()) throw fault("No default entry in JSON message body");
        return Stream.of(Subscription.PROTOCOL, "default")
                .map(bodies::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .findFirst()
                .orElseThrow();
    }

    private static SnsException fault(String fault) {
        return SnsException.invalid("Message Structure - " + fault);
    }
}
