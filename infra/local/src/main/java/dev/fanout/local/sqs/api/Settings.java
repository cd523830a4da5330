package dev.fanout.local.sqs.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Attributes that a client wants a queue to have; checked, so that none of them is refused halfway. */
record Settings(Map<QueueAttribute, String> values) {
    static Settings of(String queue, ObjectNode attributes) {
        var values = new LinkedHashMap<QueueAttribute, String>();
        attributes.properties().forEach(entry ->
                values.put(check(queue, entry.getKey(), entry.getValue().asText()), entry.getValue().asText()));
        return new Settings(values);
    }

    /** Those that the engine is to be told of. */
    ObjectNode forEngine() {
        var attributes = JsonNodeFactory.instance.objectNode();
        select(attribute -> !attribute.isKeptBeside()).forEach(attributes::put);
        return attributes;
    }

    /** Those to be kept beside it. */
    Map<String, String> beside() {
        return select(QueueAttribute::isKeptBeside);
    }

    private Map<String, String> select(Predicate<QueueAttribute> wanted) {
        var selected = new LinkedHashMap<String, String>();
        values.forEach((attribute, value) -> {
            if (wanted.test(attribute) && !attribute.removedBy(value)) selected.put(attribute.title(), value);
        });
        return selected;
    }

    /** Those to be taken away. */
    List<QueueAttribute> removed() {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().removedBy(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static QueueAttribute check(String queue, String title, String value) {
        var attribute = QueueAttribute.named(title)
                .filter(known -> known.fits(queue))
                .orElseThrow(() ->
                        SqsRefusal.of("InvalidAttributeName", "Unknown Attribute %s.".formatted(title)));
        if (!attribute.allows(value))
            throw SqsRefusal.of("InvalidAttributeValue", "Invalid value for the parameter %s.".formatted(title));
        return attribute;
    }
}
