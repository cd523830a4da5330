package dev.fanout.messaging.dynamodb;

import dev.fanout.messaging.aws.Naming;
import dev.fanout.topology.Fanout;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What {@code message-completed} says of an event. */
final class Markers {
    private final DynamoDbClient dynamoDb;
    private final String table;

    Markers(DynamoDbClient dynamoDb, Naming naming) {
        this.dynamoDb = dynamoDb;
        this.table = naming.physical(Fanout.MESSAGE_COMPLETED.name());
    }

    /** Empty if the event is not done. */
    Optional<String> hashOf(String markerId) {
        var key = Map.of(Fanout.MESSAGE_COMPLETED.keys().partition(), AttributeValue.fromS(markerId));
        var found = dynamoDb.getItem(get -> get.tableName(table).key(key).consistentRead(true));
        return found.hasItem()
                ? Optional.ofNullable(found.item().get(TransactionItems.DONE_AS)).map(AttributeValue::s)
                : Optional.empty();
    }
}
