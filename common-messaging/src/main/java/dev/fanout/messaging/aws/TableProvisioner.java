package dev.fanout.messaging.aws;

import dev.fanout.topology.Table;
import dev.fanout.topology.Topology;
import dev.fanout.topology.desired.DesiredTable;
import dev.fanout.topology.desired.DesiredTopology;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Creates the tables that are not there yet; several services may do so at once. */
public final class TableProvisioner {
    private final DynamoDbClient dynamoDb;
    private final Naming naming;

    public TableProvisioner(DynamoDbClient dynamoDb, Naming naming) {
        this.dynamoDb = dynamoDb;
        this.naming = naming;
    }

    public void provision(Topology topology) {
        var wanted = DesiredTopology.of(topology, naming.asPrefix()).tables();
        var there = dynamoDb.listTablesPaginator().tableNames().stream().collect(Collectors.toSet());
        wanted.stream().filter(table -> !there.contains(table.name())).forEach(this::create);
        wanted.forEach(this::complete);
    }

    private void create(DesiredTable table) {
        try {
            dynamoDb.createTable(request(table));
        } catch (ResourceInUseException _) {
            // another service starts at the same time, and was faster
        }
    }

    private void complete(DesiredTable table) {
        dynamoDb.waiter().waitUntilTableExists(wait -> wait.tableName(table.name()));
        table.expiry().ifPresent(attribute -> expire(table.name(), attribute));
    }

    private CreateTableRequest request(DesiredTable table) {
        var request = CreateTableRequest.builder()
                .tableName(table.name())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(schema(table.keys()))
                .attributeDefinitions(attributes(table));
        if (!table.indexes().isEmpty())
            request.globalSecondaryIndexes(
                    table.indexes().stream().map(this::index).toList());
        return request.build();
    }

    private GlobalSecondaryIndex index(Table.Index index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(schema(index.keys()))
                .projection(projection -> projection.projectionType(ProjectionType.ALL))
                .build();
    }

    /** Enabling it twice is an error, and another service may be at it right now. */
    private void expire(String name, String attribute) {
        if (expires(name)) return;
        try {
            dynamoDb.updateTimeToLive(ttl ->
                    ttl.tableName(name).timeToLiveSpecification(s -> s.attributeName(attribute).enabled(true)));
        } catch (DynamoDbException e) {
            if (!expires(name)) throw e;
        }
    }

    private boolean expires(String name) {
        var now = dynamoDb.describeTimeToLive(ttl -> ttl.tableName(name)).timeToLiveDescription();
        return now.timeToLiveStatus() != TimeToLiveStatus.DISABLED;
    }

    private static List<KeySchemaElement> schema(Table.Keys keys) {
        return Stream.concat(
                        Stream.of(key(keys.partition(), KeyType.HASH)),
                        keys.sort().stream().map(sort -> key(sort, KeyType.RANGE)))
                .toList();
    }

    private static KeySchemaElement key(String attribute, KeyType type) {
        return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
    }

    private static List<AttributeDefinition> attributes(DesiredTable table) {
        return table.keyAttributes().stream()
                .map(name -> AttributeDefinition.builder()
                        .attributeName(name)
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .toList();
    }
}
