package dev.fanout.local.sns;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads the attributes of what is published. */
final class MessageAttributes {
    private static final Set<String> TYPES = Set.of("String", "Number", "Binary");

    private MessageAttributes() {}

    static Map<String, MessageAttribute> read(Parameters from) {
        var attributes = new LinkedHashMap<String, MessageAttribute>();
        for (var entry : from.list("MessageAttributes.entry")) {
            var name = entry.require("Name");
            attributes.put(name, read(name, entry));
        }
        return attributes;
    }

    private static MessageAttribute read(String name, Parameters entry) {
        var text = entry.find("Value.StringValue");
        var value = text != null ? text : entry.values().getOrDefault("Value.BinaryValue", "");
        var attribute = new MessageAttribute(entry.require("Value.DataType"), value);
        if (!TYPES.contains(attribute.baseType()))
            throw invalid(name, "has an invalid message attribute type,"
                    + " the set of supported type prefixes is Binary, Number, and String.");
        if (value.isEmpty())
            throw invalid(name, "must contain non-empty message attribute value for message attribute type '"
                    + attribute.type() + "'.");
        return attribute;
    }

    private static SnsException invalid(String name, String fault) {
        return SnsException.refused("ParameterValueInvalid", "The message attribute '" + name + "' " + fault);
    }
}
