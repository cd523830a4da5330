package dev.fanout.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A DynamoDB table. All keys are strings.
 *
 * @param name without a deployment's prefix
 * @param keys the partition key, and the sort key if there is one
 * @param expiry the attribute that DynamoDB's TTL reads, in epoch seconds
 * @param indexes global secondary indexes, with all attributes
 */
public record Table(String name, Keys keys, Optional<String> expiry, List<Index> indexes) {
    public record Keys(String partition, Optional<String> sort) {}

    public record Index(String name, Keys keys) {}

    static Table keyed(String name, String partition) {
        return new Table(name, new Keys(partition, Optional.empty()), Optional.empty(), List.of());
    }

    static Table keyed(String name, String partition, String sort) {
        return new Table(name, new Keys(partition, Optional.of(sort)), Optional.empty(), List.of());
    }

    Table expiringBy(String attribute) {
        return new Table(name, keys, Optional.of(attribute), indexes);
    }

    Table indexed(String index, String partition, String sort) {
        var all = new ArrayList<>(indexes);
        all.add(new Index(index, new Keys(partition, Optional.of(sort))));
        return new Table(name, keys, expiry, List.copyOf(all));
    }
}
