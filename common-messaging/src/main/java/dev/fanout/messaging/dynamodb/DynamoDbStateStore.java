package dev.fanout.messaging.dynamodb;

import dev.fanout.messaging.Counter;
import dev.fanout.messaging.Key;
import dev.fanout.messaging.StateStore;
import dev.fanout.messaging.core.Effects.Loaded;
import dev.fanout.topology.Table;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads and sets single items, and sums counters over their lanes. */
final class DynamoDbStateStore implements StateStore {
    private static final int MAX_TRIES = 20;

    private final DynamoDbClient dynamoDb;
    private final StateTables tables;

    DynamoDbStateStore(DynamoDbClient dynamoDb, StateTables tables) {
        this.dynamoDb = dynamoDb;
        this.tables = tables;
    }

    @Override
    public <T extends Record> Optional<T> find(Key<T> key) {
        return load(key).item().map(key.type()::cast);
    }

    private Loaded load(Key<?> key) {
        return tables.load(List.of(key)).getOrDefault(key, Loaded.NOTHING);
    }

    @Override
    public <T extends Record> T change(Key<T> key, T initial, UnaryOperator<T> change) {
        for (int tries = 1; ; tries++) {
            var loaded = load(key);
            var changed = change.apply(loaded.item().map(key.type()::cast).orElse(initial));
            try {
                put(key, changed, loaded.version());
                return changed;
            } catch (ConditionalCheckFailedException e) {
                if (tries == MAX_TRIES) throw e;
            }
        }
    }

    @Override
    public <T extends Record> void put(Key<T> key, T item) {
        dynamoDb.putItem(put -> put.tableName(tables.name(key.table())).item(tables.item(key, item, 0)));
    }

    private void put(Key<?> key, Record item, long loadedVersion) {
        var condition = Condition.stillAt(loadedVersion, key.table());
        var request = PutItemRequest.builder()
                .tableName(tables.name(key.table()))
                .item(tables.item(key, item, loadedVersion))
                .conditionExpression(condition.expression());
        if (!condition.values().isEmpty()) request.expressionAttributeValues(condition.values());
        dynamoDb.putItem(request.build());
    }

    @Override
    public BigDecimal sum(Counter counter, String field) {
        var lanes = query(counter.table(), counter.partition(), Lane.beginningOf(counter.sort()))
                .keyConditionExpression("#p = :p AND begins_with(#s, :from)");
        return sums(counter.table(), lanes)
                .getOrDefault(counter.sort(), Map.of())
                .getOrDefault(field, BigDecimal.ZERO);
    }

    @Override
    public Map<String, Map<String, BigDecimal>> sums(Table table, String partition, String from) {
        return sums(table, query(table, partition, from));
    }

    private Map<String, Map<String, BigDecimal>> sums(Table table, QueryRequest.Builder query) {
        var sums = new TreeMap<String, Map<String, BigDecimal>>();
        var sort = table.keys().sort().orElseThrow();
        dynamoDb.queryPaginator(query.build())
                .items()
                .forEach(lane -> addLane(sums, lane, sort, table.keys().partition()));
        return sums;
    }

    @Override
    public <T extends Record> List<T> list(Table table, String partition, String from, int limit, Class<T> type) {
        return dynamoDb.queryPaginator(query(table, partition, from).limit(limit).build()).items().stream()
                .limit(limit)
                .map(item -> tables.read(item, type))
                .toList();
    }

    @Override
    public <T extends Record> List<T> list(
            Table table, Table.Index index, String partition, int limit, Class<T> type) {
        var query = QueryRequest.builder()
                .tableName(tables.name(table))
                .indexName(index.name())
                .keyConditionExpression("#p = :p")
                .expressionAttributeNames(Map.of("#p", index.keys().partition()))
                .expressionAttributeValues(values(partition, ""))
                .limit(limit)
                .build();
        return dynamoDb.queryPaginator(query).items().stream()
                .limit(limit)
                .map(item -> tables.read(item, type))
                .toList();
    }

    private QueryRequest.Builder query(Table table, String partition, String from) {
        return QueryRequest.builder()
                .tableName(tables.name(table))
                .consistentRead(true)
                .keyConditionExpression("#p = :p" + (from.isEmpty() ? "" : " AND #s >= :from"))
                .expressionAttributeNames(names(table, from))
                .expressionAttributeValues(values(partition, from));
    }

    private static void addLane(
            Map<String, Map<String, BigDecimal>> sums,
            Map<String, AttributeValue> lane,
            String sort,
            String partition) {
        var name = Lane.without(Objects.requireNonNull(lane.get(sort)).s());
        var fields = sums.computeIfAbsent(name, _ -> new HashMap<>());
        lane.forEach((field, value) -> {
            if (!field.equals(sort) && !field.equals(partition))
                fields.merge(field, new BigDecimal(value.n()), BigDecimal::add);
        });
    }

    private static Map<String, String> names(Table table, String from) {
        var partition = table.keys().partition();
        if (from.isEmpty()) return Map.of("#p", partition);
        return Map.of("#p", partition, "#s", table.keys().sort().orElseThrow());
    }

    private static Map<String, AttributeValue> values(String partition, String from) {
        var p = AttributeValue.fromS(partition);
        return from.isEmpty() ? Map.of(":p", p) : Map.of(":p", p, ":from", AttributeValue.fromS(from));
    }
}
