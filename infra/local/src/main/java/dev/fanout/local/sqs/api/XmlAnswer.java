package dev.fanout.local.sqs.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Renders an answer of the JSON protocol for the query protocol, in which lists and maps have no name around them. */
final class XmlAnswer {
    private static final Map<String, String> LISTS = Map.of(
            "Messages", "Message",
            "QueueUrls", "QueueUrl",
            "queueUrls", "QueueUrl",
            "Failed", "BatchResultErrorEntry");

    private XmlAnswer() {}

    static String members(String action, JsonNode structure) {
        return structure.properties().stream()
                .map(member -> member(action, member.getKey(), member.getValue()))
                .collect(Collectors.joining());
    }

    private static String member(String action, String name, JsonNode value) {
        if (value.isArray()) return list(action, LISTS.getOrDefault(name, action + "ResultEntry"), value);
        if (!value.isObject()) return Xml.text(name, value.asText());
        return switch (name) {
            case "Attributes" -> map("Attribute", "Name", value, text -> Xml.text("Value", text.asText()));
            case "Tags" -> map("Tag", "Key", value, text -> Xml.text("Value", text.asText()));
            case "MessageAttributes" ->
                map("MessageAttribute", "Name", value, typed -> Xml.element("Value", members(action, typed)));
            default -> Xml.element(name, members(action, value));
        };
    }

    private static String list(String action, String name, JsonNode items) {
        return items.valueStream()
                .map(item -> item.isObject()
                        ? Xml.element(name, members(action, item))
                        : Xml.text(name, item.asText()))
                .collect(Collectors.joining());
    }

    private static String map(String entry, String key, JsonNode map, Function<JsonNode, String> value) {
        return map.properties().stream()
                .map(member -> Xml.element(entry, Xml.text(key, member.getKey()) + value.apply(member.getValue())))
                .collect(Collectors.joining());
    }
}
