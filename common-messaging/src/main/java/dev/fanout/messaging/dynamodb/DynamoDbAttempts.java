package dev.fanout.messaging.dynamodb;

import dev.fanout.messaging.aws.Naming;
import dev.fanout.messaging.core.Attempts;
import dev.fanout.messaging.core.EffectsUnavailable;
import dev.fanout.topology.Fanout;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Attempts in {@code message-status}, from the first failure on. */
final class DynamoDbAttempts implements Attempts {
    private static final String ID = Fanout.MESSAGE_STATUS.keys().partition();
    private static final String ATTEMPTS = "attempts";
    private static final AttributeValue RETRYING = AttributeValue.fromS("retrying");
    private static final AttributeValue PARKED = AttributeValue.fromS("parked");
    private static final AttributeValue DONE = AttributeValue.fromS("done");
    private static final AttributeValue ONE = AttributeValue.fromN("1");
    private static final int MAX_ERROR = 1_000;

    private final DynamoDbClient dynamoDb;
    private final Clock clock;
    private final Duration ttl;
    private final String table;

    DynamoDbAttempts(DynamoDbClient dynamoDb, Naming naming, Clock clock, Duration ttl) {
        this.dynamoDb = dynamoDb;
        this.clock = clock;
        this.ttl = ttl;
        this.table = naming.physical(Fanout.MESSAGE_STATUS.name());
    }

    @Override
    public int failed(String markerId, String error) {
        var text = AttributeValue.fromS(error.substring(0, Math.min(error.length(), MAX_ERROR)));
        return available(() -> {
            try {
                return oneMore(markerId, text);
            } catch (ConditionalCheckFailedException _) {
                return first(markerId, text);
            }
        });
    }

    private int oneMore(String markerId, AttributeValue error) {
        return attempts(update(markerId, RETRYING, Map.of(":error", error, ":one", ONE, ":parked", PARKED))
                .updateExpression("SET #state = :state, updated_at = :now, expires_at = :expires, last_error = :error"
                        + " ADD attempts :one")
                .conditionExpression("attribute_not_exists(#state) OR #state <> :parked"));
    }

    private int first(String markerId, AttributeValue error) {
        return attempts(update(markerId, RETRYING, Map.of(":error", error, ":one", ONE))
                .updateExpression("SET #state = :state, updated_at = :now, expires_at = :expires, last_error = :error,"
                        + " attempts = :one"));
    }

    @Override
    public void parked(String markerId) {
        available(() -> dynamoDb.updateItem(update(markerId, PARKED, Map.of()).build()));
    }

    @Override
    public void settled(List<String> markerIds) {
        available(() -> {
            var keys = markerIds.stream().distinct().map(DynamoDbAttempts::key).toList();
            var known = KeysAndAttributes.builder().keys(keys).build();
            var found = dynamoDb.batchGetItem(get -> get.requestItems(Map.of(table, known)));
            found.responses().getOrDefault(table, List.of()).forEach(row -> done(value(row, ID).s()));
            return found;
        });
    }

    private void done(String markerId) {
        dynamoDb.updateItem(update(markerId, DONE, Map.of()).build());
    }

    private int attempts(UpdateItemRequest.Builder update) {
        var row = dynamoDb.updateItem(update.returnValues(ReturnValue.ALL_NEW).build()).attributes();
        return Integer.parseInt(value(row, ATTEMPTS).n());
    }

    private UpdateItemRequest.Builder update(
            String markerId, AttributeValue state, Map<String, AttributeValue> more) {
        var now = clock.instant();
        var values = new HashMap<>(more);
        values.put(":state", state);
        values.put(":now", AttributeValue.fromS(now.toString()));
        values.put(":expires", AttributeValue.fromN("" + now.plus(ttl).getEpochSecond()));
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(key(markerId))
                .updateExpression("SET #state = :state, updated_at = :now, expires_at = :expires")
                .expressionAttributeNames(Map.of("#state", "state"))
                .expressionAttributeValues(values);
    }

    private static Map<String, AttributeValue> key(String markerId) {
        return Map.of(ID, AttributeValue.fromS(markerId));
    }

    private static AttributeValue value(Map<String, AttributeValue> row, String attribute) {
        return Objects.requireNonNull(row.get(attribute), attribute);
    }

    private static <T> T available(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new EffectsUnavailable(e);
        }
    }
}
