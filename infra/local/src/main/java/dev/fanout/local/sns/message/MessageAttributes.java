package dev.fanout.local.sns.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.fanout.local.sns.filter.Json;
import dev.fanout.local.sns.protocol.Parameters;
import dev.fanout.local.sns.protocol.SnsException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the attributes of what is published. */
public final class MessageAttributes {
    private static final Set<String> TYPES = Set.of("String", "Number", "Binary");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private MessageAttributes() {}

    public static Map<String, MessageAttribute> read(Parameters from) {
        var attributes = new LinkedHashMap<String, MessageAttribute>();
        for (var entry : from.list("MessageAttributes.entry")) {
            var name = AttributeNames.checked(entry.require("Name"));
            attributes.put(name, read(name, entry));
        }
        return attributes;
    }

    /** As filter policies see them: numbers as numbers, arrays as arrays, and nothing of what is binary. */
    static JsonNode asJson(Map<String, MessageAttribute> attributes) {
        var json = NODES.objectNode();
        attributes.forEach((name, attribute) -> {
            var value = asJson(attribute);
            if (!value.isMissingNode()) json.set(name, value);
        });
        return json;
    }

    private static JsonNode asJson(MessageAttribute attribute) {
        if (attribute.type().equals("String.Array")) return Json.ifPossible(attribute.value());
        return switch (attribute.baseType()) {
            case "Binary" -> MissingNode.getInstance();
            case "Number" -> Json.ifPossible(attribute.value().strip());
            default -> NODES.textNode(attribute.value());
        };
    }

    private static MessageAttribute read(String name, Parameters entry) {
        var type = entry.find("Value.DataType");
        if (type == null)
            throw SnsException.refused("ValidationError", ("1 validation error detected: Value null at"
                    + " 'messageAttributes.%s.member.dataType' failed to satisfy constraint:"
                    + " Member must not be null").formatted(name));
        var attribute = new MessageAttribute(type, "");
        if (!TYPES.contains(attribute.baseType()))
            throw invalid(name, "has an invalid message attribute type,"
                    + " the set of supported type prefixes is Binary, Number, and String.");
        return new MessageAttribute(type, value(name, attribute, entry));
    }

    private static String value(String name, MessageAttribute attribute, Parameters entry) {
        var text = entry.find("Value.StringValue");
        var bytes = entry.find("Value.BinaryValue");
        if (isEmpty(text) && isEmpty(bytes))
            throw invalid(name, "must contain non-empty message attribute value for message attribute type '"
                    + attribute.type() + "'.");
        var field = attribute.baseType().equals("Binary") ? "Binary" : "String";
        var value = field.equals("Binary") ? bytes : text;
        if (value == null || value.isEmpty())
            throw invalid(name, "with type '" + attribute.type() + "' must use field '" + field + "'.");
        return value;
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isEmpty();
    }

    private static SnsException invalid(String name, String fault) {
        return AttributeNames.invalid("The message attribute '" + name + "' " + fault);
    }
}
