package dev.fanout.topology.desired;

import dev.fanout.topology.Prefix;
import dev.fanout.topology.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table that is paid by the request.
 *
 * @param expiry the attribute that DynamoDB's TTL reads
 * @param indexes with all attributes
 */
public record DesiredTable(
        String name, Table.Keys keys, Optional<String> expiry, List<Table.Index> indexes) {

    static DesiredTable of(Table table, Prefix prefix) {
        return new DesiredTable(prefix.of(table.name()), table.keys(), table.expiry(), table.indexes());
    }

    /** What must be declared, with the type string: all that is part of some key. */
    public List<String> keyAttributes() {
        return Stream.concat(Stream.of(keys), indexes.stream().map(Table.Index::keys))
                .flatMap(key -> Stream.concat(Stream.of(key.partition()), key.sort().stream()))
                .distinct()
                .toList();
    }
}
