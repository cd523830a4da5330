package dev.fanout.publisher.outbox;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.fanout.messaging.aws.Naming;
import dev.fanout.publisher.aws.Attributes;
import dev.fanout.topology.Fanout;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Which instance sweeps which shard. A lease saves work rather than guards truth: two sweepers would publish
 * twice, which readers know to ignore.
 */
@Component
class ShardLeases {
    private static final String FREE_OR_OURS =
            "attribute_not_exists(#owner) OR #owner = :me OR expires < :now";
    private static final Map<String, String> NAMES = Map.of("#owner", "owner");

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final OutboxSettings settings;
    private final InstantSource clock;
    private final String me = UUID.randomUUID().toString();
    private final Map<String, Instant> ours = new ConcurrentHashMap<>();
    private final Map<String, Instant> others = new ConcurrentHashMap<>();

    ShardLeases(DynamoDbClient dynamoDb, Naming naming, OutboxSettings settings, InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.table = naming.physical(Fanout.OUTBOX.name());
        this.settings = settings;
        this.clock = clock;
    }

    /** Takes or keeps the shard. It asks DynamoDB only when the answer could have changed. */
    boolean hold(String shard) {
        var now = clock.instant();
        if (now.isBefore(others.getOrDefault(shard, Instant.MIN))) return false;
        var renewal = ours.getOrDefault(shard, Instant.MIN);
        return now.isBefore(renewal) || take(shard, now);
    }

    private boolean take(String shard, Instant now) {
        var expires = now.plus(settings.lease());
        try {
            dynamoDb.putItem(put -> put.tableName(table)
                    .item(item(shard, expires))
                    .conditionExpression(FREE_OR_OURS)
                    .expressionAttributeNames(NAMES)
                    .expressionAttributeValues(Map.of(":me", fromS(me), ":now", millis(now)))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            ours.put(shard, now.plus(settings.lease().dividedBy(2)));
            return true;
        } catch (ConditionalCheckFailedException held) {
            ours.remove(shard);
            others.put(shard, Instant.ofEpochMilli(new Attributes(held.item()).number("expires")));
            return false;
        }
    }

    /** So that others need not wait until ours expire. */
    void release() {
        for (var shard : ours.keySet()) {
            try {
                dynamoDb.deleteItem(delete -> delete.tableName(table)
                        .key(key(shard))
                        .conditionExpression("#owner = :me")
                        .expressionAttributeNames(NAMES)
                        .expressionAttributeValues(Map.of(":me", fromS(me))));
            } catch (ConditionalCheckFailedException _) {
                // Somebody has taken it over already.
            }
        }
        ours.clear();
    }

    private Map<String, AttributeValue> item(String shard, Instant expires) {
        return Map.of(
                "shard", fromS("leases"),
                "event", fromS(shard),
                "owner", fromS(me),
                "expires", millis(expires));
    }

    private static Map<String, AttributeValue> key(String shard) {
        return Map.of("shard", fromS("leases"), "event", fromS(shard));
    }

    private static AttributeValue millis(Instant time) {
        return fromN(String.valueOf(time.toEpochMilli()));
    }
}
