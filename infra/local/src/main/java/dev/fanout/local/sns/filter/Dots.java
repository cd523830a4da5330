package dev.fanout.local.sns.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** To AWS, {@code {"a.b": 1}} and {@code {"a": {"b": 1}}} are the same, in policies and in messages. */
final class Dots {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    // Nobody's key may make a tree that is too deep to walk.
    private static final int MOST_PARTS = 20;
    private static final int DEEPEST_MERGE = 1_000;

    private Dots() {}

    static String[] split(String key) {
        return key.split("\\.", MOST_PARTS);
    }

    /** With every dotted key as a nested one. */
    static JsonNode opened(JsonNode node) {
        if (node instanceof ArrayNode array) {
            var opened = NODES.arrayNode(array.size());
            array.forEach(element -> opened.add(opened(element)));
            return opened;
        }
        if (!(node instanceof ObjectNode object)) return node;
        var opened = NODES.objectNode();
        object.properties().forEach(field -> put(opened, field));
        return opened;
    }

    private static void put(ObjectNode to, Map.Entry<String, JsonNode> field) {
        var path = split(field.getKey());
        var value = opened(field.getValue());
        for (int at = path.length - 1; at > 0; at--) value = NODES.objectNode().set(path[at], value);
        to.set(path[0], merged(to.get(path[0]), value, DEEPEST_MERGE));
    }

    private static JsonNode merged(@Nullable JsonNode there, JsonNode more, int depth) {
        if (there == null) return more;
        if (depth > 0 && there instanceof ObjectNode object && more instanceof ObjectNode fields) {
            fields.properties().forEach(f ->
                    object.set(f.getKey(), merged(object.get(f.getKey()), f.getValue(), depth - 1)));
            return object;
        }
        return NODES.arrayNode().add(there).add(more);
    }
}
