package dev.fanout.cli.validate;

import dev.fanout.cli.aws.Tables;
import dev.fanout.cli.validate.Checked.Difference;
import dev.fanout.topology.Table;
import dev.fanout.topology.desired.DesiredTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Tables: keys, indexes, expiry. */
final class TableCheck {
    private static final String KIND = "table";
    private static final String STRING = "S";

    private final Tables tables;

    TableCheck(Tables tables) {
        this.tables = tables;
    }

    Checked check(DesiredTable wanted) {
        return tables.find(wanted.name())
                .map(found -> Checked.found(KIND, wanted.name(), compare(wanted, found)))
                .orElseGet(() -> Checked.missing(KIND, wanted.name()));
    }

    private List<Difference> compare(DesiredTable wanted, TableDescription found) {
        var differences = new ArrayList<>(Difference.between(wanted(wanted), found(found)));
        var expiry = tables.expiry(wanted.name()).orElse(Checked.NOTHING);
        Difference.between("TTL", wanted.expiry().orElse(Checked.NOTHING), expiry).ifPresent(differences::add);
        return differences;
    }

    private static Map<String, String> wanted(DesiredTable wanted) {
        var all = new TreeMap<String, String>();
        all.put("keys", keys(wanted.keys()));
        wanted.indexes().forEach(index -> all.put(index(index.name()), keys(index.keys()) + ", ALL"));
        return all;
    }

    private static String keys(Table.Keys keys) {
        return key(keys.partition(), "HASH", STRING)
                + keys.sort().map(sort -> ", " + key(sort, "RANGE", STRING)).orElse("");
    }

    private static Map<String, String> found(TableDescription found) {
        var types = found.attributeDefinitions().stream().collect(Collectors.toMap(
                AttributeDefinition::attributeName, AttributeDefinition::attributeTypeAsString));
        var all = new TreeMap<String, String>();
        all.put("keys", keys(found.keySchema(), types));
        found.globalSecondaryIndexes().forEach(index -> all.put(index(index.indexName()),
                keys(index.keySchema(), types) + ", " + index.projection().projectionTypeAsString()));
        return all;
    }

    private static String keys(List<KeySchemaElement> schema, Map<String, String> types) {
        return schema.stream()
                .map(key -> key(key.attributeName(), key.keyTypeAsString(),
                        types.getOrDefault(key.attributeName(), Checked.NOTHING)))
                .collect(Collectors.joining(", "));
    }

    private static String key(String attribute, String role, String type) {
        return "%s %s %s".formatted(attribute, role, type);
    }

    private static String index(String name) {
        return "index " + name;
    }
}
