package dev.fanout.messaging.dynamodb;

import dev.fanout.messaging.Key;
import dev.fanout.messaging.aws.Naming;
import dev.fanout.messaging.store.EffectStore.Loaded;
import dev.fanout.topology.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** The tables of services' own state: how their items are keyed, versioned and read. */
final class StateTables {
    /** Counts the writes of an item; conditions compare it. */
    static final String VERSION = "item_version";

    static final int MAX_BATCH = 100;

    private final DynamoDbClient dynamoDb;
    private final Naming naming;
    private final RecordMapper mapper;

    StateTables(DynamoDbClient dynamoDb, Naming naming, RecordMapper mapper) {
        this.dynamoDb = dynamoDb;
        this.naming = naming;
        this.mapper = mapper;
    }

    String name(Table table) {
        return naming.physical(table.name());
    }

    static Map<String, AttributeValue> key(Table table, String partition, String sort) {
        var key = new HashMap<>(Map.of(table.keys().partition(), AttributeValue.fromS(partition)));
        table.keys().sort().ifPresent(name -> key.put(name, AttributeValue.fromS(sort)));
        return key;
    }

    private static Map<String, AttributeValue> key(Key<?> key) {
        return key(key.table(), key.partition(), key.sort());
    }

    /** The item as it shall be stored in place of the one with that version. */
    Map<String, AttributeValue> item(Key<?> key, Record value, long loadedVersion) {
        var item = new HashMap<>(mapper.item(value));
        item.putAll(key(key));
        item.put(VERSION, AttributeValue.fromN("" + (loadedVersion + 1)));
        return item;
    }

    Loaded loaded(Key<?> key, Map<String, AttributeValue> item) {
        var version = Optional.ofNullable(item.get(VERSION)).map(v -> Long.parseLong(v.n())).orElse(0L);
        return new Loaded(Optional.of(mapper.record(item, key.type())), version);
    }

    <T extends Record> T read(Map<String, AttributeValue> item, Class<T> type) {
        return mapper.record(item, type);
    }

    Map<Key<?>, Loaded> load(Collection<Key<?>> keys) {
        var found = new HashMap<Key<?>, Loaded>();
        var all = new ArrayList<>(keys);
        for (int from = 0; from < all.size(); from += MAX_BATCH)
            loadBatch(all.subList(from, Math.min(all.size(), from + MAX_BATCH)), found);
        return found;
    }

    private void loadBatch(List<Key<?>> keys, Map<Key<?>, Loaded> found) {
        var byTable = keys.stream().collect(Collectors.groupingBy(key -> name(key.table())));
        keys.forEach(key -> found.put(key, Loaded.NOTHING));
        var open = byTable.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> request(e.getValue())));
        // An answer ends at 16 MB, and says what is left.
        while (!open.isEmpty()) {
            var request = open;
            var answer = dynamoDb.batchGetItem(get -> get.requestItems(request));
            byTable.forEach((name, wanted) ->
                    wanted.forEach(key -> match(key, answer.responses().getOrDefault(name, List.of()), found)));
            open = answer.unprocessedKeys();
        }
    }

    private void match(Key<?> key, List<Map<String, AttributeValue>> items, Map<Key<?>, Loaded> found) {
        var wanted = key(key).entrySet();
        items.stream()
                .filter(item -> item.entrySet().containsAll(wanted))
                .findFirst()
                .ifPresent(item -> found.put(key, loaded(key, item)));
    }

    private static KeysAndAttributes request(List<Key<?>> keys) {
        return KeysAndAttributes.builder()
                .keys(keys.stream().map(StateTables::key).toList())
                .consistentRead(true)
                .build();
    }
}
