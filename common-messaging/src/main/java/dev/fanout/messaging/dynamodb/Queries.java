package dev.fanout.messaging.dynamodb;

import dev.fanout.messaging.Span;
import dev.fanout.topology.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Asks for one page of a partition: DynamoDB ends it at the limit, or after a megabyte. */
final class Queries {
    /** No key is between another one and itself with this behind it. */
    private static final String SMALLEST = "\0";

    private final StateTables tables;

    Queries(StateTables tables) {
        this.tables = tables;
    }

    QueryRequest of(Table table, String partition, Span span, int limit) {
        return query(table, table.keys(), partition, span, limit).consistentRead(true).build();
    }

    QueryRequest of(Table table, Table.Index index, String partition, Span span, int limit) {
        return query(table, index.keys(), partition, span, limit).indexName(index.name()).build();
    }

    /** Where the next page begins. */
    static Optional<String> next(QueryResponse page, Table.Keys keys) {
        if (page.lastEvaluatedKey().isEmpty()) return Optional.empty();
        return Optional.of(sort(page.lastEvaluatedKey(), keys) + SMALLEST);
    }

    static String sort(Map<String, AttributeValue> item, Table.Keys keys) {
        return Objects.requireNonNull(item.get(keys.sort().orElseThrow())).s();
    }

    private QueryRequest.Builder query(Table table, Table.Keys keys, String partition, Span span, int limit) {
        var names = new HashMap<>(Map.of("#p", keys.partition()));
        var values = new HashMap<>(Map.of(":p", AttributeValue.fromS(partition)));
        // A condition has one range, and no sort key is empty.
        var from = span.from().isEmpty() ? SMALLEST : span.from();
        names.put("#s", keys.sort().orElseThrow());
        values.put(":from", AttributeValue.fromS(from));
        span.to().ifPresent(to -> values.put(":to", AttributeValue.fromS(to)));
        return QueryRequest.builder()
                .tableName(tables.name(table))
                .keyConditionExpression(
                        "#p = :p AND " + (span.to().isEmpty() ? "#s >= :from" : "#s BETWEEN :from AND :to"))
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .limit(limit);
    }
}
