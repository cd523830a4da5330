package dev.fanout.messaging.chaos;

import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Gives an event an id that nobody has seen: whoever counts by ids counts it once more. */
final class StrangeId {
    private final JsonMapper json = JsonMapper.shared();

    /** What is no JSON object stays as it is. */
    String in(String body) {
        try {
            if (!(json.readTree(body) instanceof ObjectNode event)) return body;
            return event.put("event_id", UUID.randomUUID().toString()).toString();
        } catch (JacksonException _) {
            return body;
        }
    }
}
