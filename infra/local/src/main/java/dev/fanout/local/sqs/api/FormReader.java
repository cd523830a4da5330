package dev.fanout.local.sqs.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** Makes a call's parameters, as the JSON protocol has them, from a form. */
final class FormReader {
    private static final Map<String, String> MAPS = Map.of(
            "Attribute", "Attributes",
            "MessageAttribute", "MessageAttributes",
            "MessageSystemAttribute", "MessageSystemAttributes",
            "Tag", "Tags");

    private static final Map<String, String> LISTS = Map.of(
            "AttributeName", "AttributeNames",
            "MessageAttributeName", "MessageAttributeNames",
            "MessageSystemAttributeName", "MessageSystemAttributeNames",
            "TagKey", "TagKeys",
            "AWSAccountId", "AWSAccountIds",
            "ActionName", "Actions");

    private FormReader() {}

    static ObjectNode parameters(String action, ObjectNode form) {
        var parameters = structure(form);
        var tags = action.equals("CreateQueue") ? parameters.remove("Tags") : null;
        if (tags != null) parameters.set("tags", tags);
        return parameters;
    }

    private static ObjectNode structure(ObjectNode form) {
        var structure = JsonNodeFactory.instance.objectNode();
        for (var field : form.properties()) {
            var name = field.getKey();
            var value = field.getValue();
            if (MAPS.containsKey(name)) map(value, structure.withObjectProperty(MAPS.get(name)));
            else if (LISTS.containsKey(name)) list(value, structure, LISTS.get(name));
            else if (name.endsWith("BatchRequestEntry")) list(value, structure, "Entries");
            else structure.set(name, value instanceof ObjectNode inner ? structure(inner) : scalar(name, value));
        }
        return structure;
    }

    private static void map(JsonNode numbered, ObjectNode map) {
        inOrder(numbered).forEach(entry -> {
            var key = entry.path(entry.has("Key") ? "Key" : "Name").asText();
            var value = entry.path("Value");
            map.set(key, value instanceof ObjectNode inner ? structure(inner) : TextNode.valueOf(value.asText()));
        });
    }

    private static void list(JsonNode numbered, ObjectNode structure, String name) {
        var list = structure.putArray(name);
        inOrder(numbered).forEach(item -> list.add(item instanceof ObjectNode entry ? structure(entry) : item));
    }

    private static Stream<JsonNode> inOrder(JsonNode numbered) {
        return numbered.properties().stream()
                .filter(entry -> entry.getKey().matches("\\d{1,9}"))
                .sorted(Comparator.comparing(entry -> Integer.valueOf(entry.getKey())))
                .map(Map.Entry::getValue);
    }

    /** A form knows texts only. */
    private static JsonNode scalar(String name, JsonNode text) {
        return Parameters.isNumber(name) && text.asText().matches("-?\\d{1,9}")
                ? JsonNodeFactory.instance.numberNode(Integer.parseInt(text.asText()))
                : text;
    }
}
