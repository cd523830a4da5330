package dev.fanout.publisher.outbox;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.fanout.messaging.aws.Naming;
import dev.fanout.publisher.aws.Attributes;
import dev.fanout.topology.Fanout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The rows of the outbox in DynamoDB. */
@Component
class OutboxTable {
    /** DynamoDB's limit for BatchWriteItem. */
    private static final int MAX_DELETES = 25;

    private static final int PAGE = 100;

    private final DynamoDbClient dynamoDb;
    private final String table;

    OutboxTable(DynamoDbClient dynamoDb, Naming naming) {
        this.dynamoDb = dynamoDb;
        this.table = naming.physical(Fanout.OUTBOX.name());
    }

    TransactWriteItem write(OutboxRow row) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(row.item()))
                .build();
    }

    /** A page of a shard's rows, the oldest first; an empty {@code next} is the last page. */
    record Page(List<OutboxRow> rows, Map<String, AttributeValue> next) {}

    Page olderThan(Instant time, String shard, Map<String, AttributeValue> from) {
        var values = Map.of(":shard", fromS(shard), ":time", fromS(OutboxRow.sortable(time)));
        var found = dynamoDb.query(query -> (from.isEmpty() ? query : query.exclusiveStartKey(from))
                .tableName(table)
                .keyConditionExpression("#shard = :shard AND event < :time")
                // A reserved word of DynamoDB's.
                .expressionAttributeNames(Map.of("#shard", "shard"))
                .expressionAttributeValues(values)
                .consistentRead(true)
                .limit(PAGE));
        var rows = found.items().stream().map(Attributes::new).map(OutboxRow::of).toList();
        return new Page(rows, found.lastEvaluatedKey());
    }

    /** What DynamoDB leaves undone stays and is published once more, which readers know to ignore. */
    void delete(List<OutboxRow> rows) {
        var deletes = new ArrayList<WriteRequest>();
        rows.forEach(row -> deletes.add(
                WriteRequest.builder().deleteRequest(delete -> delete.key(row.key())).build()));
        for (int i = 0; i < deletes.size(); i += MAX_DELETES) {
            var some = deletes.subList(i, Math.min(i + MAX_DELETES, deletes.size()));
            dynamoDb.batchWriteItem(batch -> batch.requestItems(Map.of(table, some)));
        }
    }
}
