package dev.fanout.messaging.dynamodb;

import dev.fanout.messaging.Counter;
import dev.fanout.messaging.Key;
import dev.fanout.messaging.Page;
import dev.fanout.messaging.Span;
import dev.fanout.messaging.StateStore;
import dev.fanout.messaging.Sum;
import dev.fanout.messaging.store.EffectStore.Loaded;
import dev.fanout.topology.Table;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Reads and sets single items, and sums counters over their shards. */
final class DynamoDbStateStore implements StateStore {
    private static final int MAX_TRIES = 20;

    private final DynamoDbClient dynamoDb;
    private final StateTables tables;
    private final Queries queries;

    DynamoDbStateStore(DynamoDbClient dynamoDb, StateTables tables) {
        this.dynamoDb = dynamoDb;
        this.tables = tables;
        this.queries = new Queries(tables);
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
    public Sum sum(Counter counter) {
        var partition = counter.partition();
        var shards = Span.from(CounterShard.beginningOf(counter.sort()))
                .upTo(CounterShard.after(CounterShard.stored(counter.sort())));
        var found = new CounterShardSums(counter.table().keys());
        found.add(dynamoDb.query(queries.of(counter.table(), partition, shards, CounterShard.SHARDS + 1)));
        return found.page(1).items().stream().findFirst().orElse(new Sum(counter.sort(), Map.of()));
    }

    @Override
    public Page<Sum> sums(Table table, List<String> partitions, Span span, int limit) {
        mustBeBounded(limit);
        // One shard more than whole counters have: so at least one of them is whole.
        var shards = limit * CounterShard.SHARDS + 1;
        var found = new CounterShardSums(table.keys());
        for (var partition : partitions)
            found.add(dynamoDb.query(queries.of(table, partition, span, shards)));
        return found.page(limit);
    }

    @Override
    public <T extends Record> List<T> find(Collection<Key<T>> keys) {
        var found = tables.load(List.copyOf(keys));
        return keys.stream()
                .flatMap(key -> found.getOrDefault(key, Loaded.NOTHING).item().map(key.type()::cast).stream())
                .toList();
    }

    @Override
    public <T extends Record> Page<T> page(Table table, String partition, Span span, int limit, Class<T> type) {
        mustBeBounded(limit);
        return page(dynamoDb.query(queries.of(table, partition, span, limit)), table.keys(), type);
    }

    @Override
    public <T extends Record> Page<T> page(
            Table table, Table.Index index, String partition, Span span, int limit, Class<T> type) {
        mustBeBounded(limit);
        return page(dynamoDb.query(queries.of(table, index, partition, span, limit)), index.keys(), type);
    }

    private <T extends Record> Page<T> page(QueryResponse found, Table.Keys keys, Class<T> type) {
        var items = found.items().stream().map(item -> tables.read(item, type)).toList();
        return new Page<>(items, Queries.next(found, keys));
    }

    private static void mustBeBounded(int limit) {
        if (limit < 1 || limit > LARGEST_PAGE)
            throw new IllegalArgumentException("a page has 1 to %d items, not %d".formatted(LARGEST_PAGE, limit));
    }
}
