package dev.fanout.local.sns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which messages a subscription hears, by their attributes: every named attribute must have one of its
 * values. The grammar so far is exact texts; anything else is refused when it is set, never ignored later.
 */
record FilterPolicy(Map<String, Set<String>> accepted) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static FilterPolicy parse(String json) {
        if (json.isBlank()) return new FilterPolicy(Map.of());
        var accepted = new LinkedHashMap<String, Set<String>>();
        read(json).properties().forEach(rule -> accepted.put(rule.getKey(), texts(rule.getValue())));
        return new FilterPolicy(accepted);
    }

    boolean accepts(Map<String, MessageAttribute> attributes) {
        return accepted.entrySet().stream().allMatch(rule -> values(attributes.get(rule.getKey())).stream()
                .anyMatch(rule.getValue()::contains));
    }

    private static JsonNode read(String json) {
        try {
            var policy = JSON.readTree(json);
            if (policy.isObject()) return policy;
        } catch (JsonProcessingException _) {
            // refused below, with every other kind of nonsense
        }
        throw SnsException.invalid("FilterPolicy: failed to parse JSON.");
    }

    private static Set<String> texts(JsonNode rule) {
        var texts = new ArrayList<String>();
        for (var text : rule) {
            if (!text.isTextual()) throw notYet();
            texts.add(text.textValue());
        }
        if (!rule.isArray() || texts.isEmpty()) throw notYet();
        return Set.copyOf(texts);
    }

    private static SnsException notYet() {
        return SnsException.invalid("FilterPolicy: the local stack takes lists of texts only, so far");
    }

    /** An attribute of type String.Array has many values. */
    private static List<String> values(@Nullable MessageAttribute attribute) {
        if (attribute == null) return List.of();
        if (!attribute.type().equals("String.Array")) return List.of(attribute.value());
        try {
            return List.of(JSON.readValue(attribute.value(), String[].class));
        } catch (JsonProcessingException _) {
            return List.of();
        }
    }
}
