package dev.fanout.messaging.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fanout.messaging.Page;
import dev.fanout.messaging.Sum;
import dev.fanout.topology.Table;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Adds up shards, of a page of each of several partitions. What is not whole in one of them stays for the next. */
final class CounterShardSums {
    private static final Comparator<String> AS_THE_TABLE = Comparator.comparing(
            stored -> CounterShard.after(stored).getBytes(UTF_8), Arrays::compareUnsigned);

    private final Table.Keys keys;
    private final NavigableMap<String, Map<String, BigDecimal>> sums = new TreeMap<>(AS_THE_TABLE);
    /** The last name that is whole in all partitions; nothing while they all came to their ends. */
    private @Nullable String whole;

    CounterShardSums(Table.Keys keys) {
        this.keys = keys;
    }

    void add(QueryResponse page) {
        page.items().forEach(this::add);
        if (page.lastEvaluatedKey().isEmpty()) return;
        var end = CounterShard.without(Queries.sort(page.lastEvaluatedKey(), keys));
        var before = lastBefore(end, page.items());
        if (whole == null || AS_THE_TABLE.compare(before, whole) < 0) whole = before;
    }

    private void add(Map<String, AttributeValue> shard) {
        var fields = sums.computeIfAbsent(CounterShard.without(Queries.sort(shard, keys)), _ -> new HashMap<>());
        shard.keySet().forEach(field -> {
            if (!field.equals(keys.partition()) && !keys.sort().equals(Optional.of(field)))
                fields.merge(field, amount(shard, field), BigDecimal::add);
        });
    }

    private String lastBefore(String end, List<Map<String, AttributeValue>> shards) {
        return shards.reversed().stream()
                .map(shard -> CounterShard.without(Queries.sort(shard, keys)))
                .filter(name -> !name.equals(end))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(end + " has more shards than there are"));
    }

    private static BigDecimal amount(Map<String, AttributeValue> shard, String field) {
        return new BigDecimal(Objects.requireNonNull(shard.get(field)).n());
    }

    Page<Sum> page(int limit) {
        var found = List.copyOf((whole == null ? sums : sums.headMap(whole, true)).entrySet());
        var shown = found.subList(0, Math.min(limit, found.size()));
        var items = shown.stream().map(sum -> new Sum(CounterShard.read(sum.getKey()), sum.getValue())).toList();
        var isLast = whole == null && items.size() == found.size();
        return new Page<>(items, isLast ? Optional.empty() : Optional.of(CounterShard.after(shown.getLast().getKey())));
    }
}
