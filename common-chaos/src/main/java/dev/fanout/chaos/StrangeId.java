package dev.fanout.chaos;

import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Gives an event an id that nobody has seen: whoever counts by ids counts it once more. */
final class StrangeId {
    private final JsonMapper json = JsonMapper.shared();

    /** Empty for what is no JSON object. */
    Optional<String> in(String body) {
        try {
            if (!(json.readTree(body) instanceof ObjectNode event)) return Optional.empty();
            return Optional.of(event.put("event_id", UUID.randomUUID().toString()).toString());
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }
}
