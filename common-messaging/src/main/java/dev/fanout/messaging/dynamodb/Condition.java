package dev.fanout.messaging.dynamodb;

import dev.fanout.topology.Table;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;

/** What must hold for an item to be written. */
record Condition(String expression, Map<String, AttributeValue> values) {

    /** Nobody wrote the item since it was loaded; at version 0 there was none. */
    static Condition stillAt(long version, Table table) {
        if (version == 0) return new Condition("attribute_not_exists(" + table.keys().partition() + ")", Map.of());
        return new Condition(
                StateTables.VERSION + " = :loaded", Map.of(":loaded", AttributeValue.fromN("" + version)));
    }

    Put.Builder on(Put.Builder put) {
        put.conditionExpression(expression);
        return values.isEmpty() ? put : put.expressionAttributeValues(values);
    }
}
