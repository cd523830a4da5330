package dev.fanout.publisher.orders;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.fanout.messaging.Page;
import dev.fanout.messaging.aws.Naming;
import dev.fanout.publisher.aws.Attributes;
import dev.fanout.topology.Fanout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Orders in DynamoDB, each change in one transaction with its event. */
@Component
class OrderStore {
    private final DynamoDbClient dynamoDb;
    private final OrderTransactions transactions;
    private final String orders;
    private final String keys;

    OrderStore(DynamoDbClient dynamoDb, OrderTransactions transactions, Naming naming) {
        this.dynamoDb = dynamoDb;
        this.transactions = transactions;
        this.orders = naming.physical(Fanout.ORDERS.name());
        this.keys = naming.physical(Fanout.IDEMPOTENCY_KEYS.name());
    }

    /** @return what is known under this key already; then nothing was written */
    Optional<IdempotencyKey> insert(
            Order order, TransactWriteItem event, Optional<IdempotencyKey> key, Instant now) {
        var writes = new ArrayList<TransactWriteItem>();
        key.ifPresent(name -> writes.add(write(IdempotencyKeyRow.put(keys, name, now))));
        writes.add(write(put(order).build()));
        writes.add(event);
        return transactions.write(writes)
                .map(refused -> IdempotencyKeyRow.key(new Attributes(refused.item())));
    }

    /** @return false if somebody changed the order since it was read; then nothing was written */
    boolean update(Order order, TransactWriteItem event) {
        var unchanged = put(order)
                .conditionExpression("version = :read")
                .expressionAttributeValues(Map.of(":read", fromN(String.valueOf(order.version() - 1))))
                .build();
        return transactions.write(List.of(write(unchanged), event)).isEmpty();
    }

    Optional<Order> find(UUID id) {
        var found = dynamoDb.getItem(
                get -> get.tableName(orders).key(OrderRow.key(id)).consistentRead(true));
        return found.hasItem() ? Optional.of(order(found.item())) : Optional.empty();
    }

    /** The newest first. The index follows the table, on AWS with some delay. */
    Page<Order> ofUser(long userId, Optional<OrderRow.Place> after, int limit) {
        var index = Fanout.ORDERS.indexes().getFirst().name();
        var found = dynamoDb.query(query -> query.tableName(orders)
                .indexName(index)
                .exclusiveStartKey(after.map(place -> place.key(userId)).orElse(null))
                .keyConditionExpression("#user = :user")
                .expressionAttributeNames(Map.of("#user", "user"))
                .expressionAttributeValues(Map.of(":user", fromS(String.valueOf(userId))))
                .scanIndexForward(false)
                .limit(limit));
        var next = found.lastEvaluatedKey().isEmpty()
                ? Optional.<String>empty()
                : Optional.of(OrderRow.Place.of(new Attributes(found.lastEvaluatedKey())).text());
        return new Page<>(found.items().stream().map(OrderStore::order).toList(), next);
    }

    private static Order order(Map<String, AttributeValue> item) {
        return OrderRow.order(new Attributes(item));
    }

    private Put.Builder put(Order order) {
        return Put.builder().tableName(orders).item(OrderRow.of(order));
    }

    private static TransactWriteItem write(Put put) {
        return TransactWriteItem.builder().put(put).build();
    }
}
