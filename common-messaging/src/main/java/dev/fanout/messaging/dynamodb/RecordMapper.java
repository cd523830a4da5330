package dev.fanout.messaging.dynamodb;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Records as DynamoDB items and back: each component an attribute, in snake_case. */
final class RecordMapper {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    Map<String, AttributeValue> item(Record value) {
        var attributes = new LinkedHashMap<String, AttributeValue>();
        ObjectNode tree = json.valueToTree(value);
        tree.properties().forEach(field -> attributes.put(field.getKey(), attribute(field.getValue())));
        return attributes;
    }

    /** Attributes that the record does not have (keys, versions) are ignored. */
    <T extends Record> T record(Map<String, AttributeValue> item, Class<T> type) {
        return json.treeToValue(object(item), type);
    }

    private static AttributeValue attribute(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var map = new LinkedHashMap<String, AttributeValue>();
                object.properties().forEach(field -> map.put(field.getKey(), attribute(field.getValue())));
                yield AttributeValue.fromM(map);
            }
            case ArrayNode array -> AttributeValue.fromL(array.valueStream().map(RecordMapper::attribute).toList());
            case JsonNode n when n.isNumber() -> AttributeValue.fromN(n.decimalValue().toPlainString());
            case JsonNode n when n.isBoolean() -> AttributeValue.fromBool(n.booleanValue());
            case JsonNode n when n.isNull() -> AttributeValue.fromNul(true);
            case JsonNode n -> AttributeValue.fromS(n.stringValue());
        };
    }

    private static JsonNode node(AttributeValue value) {
        return switch (value.type()) {
            case S -> NODES.stringNode(value.s());
            case N -> number(value.n());
            case BOOL -> NODES.booleanNode(value.bool());
            case M -> object(value.m());
            case L -> array(value.l());
            case NUL -> NODES.nullNode();
            default -> throw new IllegalArgumentException("no record has an attribute of type " + value.type());
        };
    }

    private static JsonNode number(String digits) {
        var decimal = new BigDecimal(digits);
        if (decimal.stripTrailingZeros().scale() > 0) return NODES.numberNode(decimal);
        BigInteger integer = decimal.toBigIntegerExact();
        return NODES.numberNode(integer);
    }

    private static ObjectNode object(Map<String, AttributeValue> item) {
        var object = NODES.objectNode();
        item.forEach((name, value) -> object.set(name, node(value)));
        return object;
    }

    private static ArrayNode array(List<AttributeValue> values) {
        var array = NODES.arrayNode();
        values.forEach(value -> array.add(node(value)));
        return array;
    }
}
