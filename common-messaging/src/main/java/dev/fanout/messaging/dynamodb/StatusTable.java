package dev.fanout.messaging.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.fanout.messaging.aws.Naming;
import dev.fanout.messaging.store.EffectsUnavailable;
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
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The rows of {@code message-status}: one per event that did not succeed at once, or that an action is about. */
final class StatusTable {
    static final String ATTEMPTS = "attempts";
    static final String STATE = "state";
    static final AttributeValue RETRYING = fromS("retrying");
    static final AttributeValue LEASED = fromS("leased");
    static final AttributeValue PARKED = fromS("parked");
    static final AttributeValue DONE = fromS("done");

    private static final String ID = Fanout.MESSAGE_STATUS.keys().partition();

    private final DynamoDbClient dynamoDb;
    private final Clock clock;
    private final Duration ttl;
    private final String name;

    StatusTable(DynamoDbClient dynamoDb, Naming naming, Clock clock, Duration ttl) {
        this.dynamoDb = dynamoDb;
        this.clock = clock;
        this.ttl = ttl;
        this.name = naming.physical(Fanout.MESSAGE_STATUS.name());
    }

    /**
     * One change of a row. Its expressions may use :retrying, :leased, :parked, :one, :zero and :millis (the time now).
     *
     * @param set more assignments, each after a comma; may be empty
     * @param add what to add; may be empty
     * @param condition may be empty
     */
    record Change(
            AttributeValue state, String set, String add, String condition, Map<String, AttributeValue> values) {}

    /** @return the row as it is then */
    Map<String, AttributeValue> update(String markerId, Change change) {
        var request = UpdateItemRequest.builder()
                .tableName(name)
                .key(key(markerId))
                .updateExpression(expression(change))
                .expressionAttributeNames(Map.of("#state", STATE))
                .expressionAttributeValues(values(change))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .returnValues(ReturnValue.ALL_NEW);
        if (!change.condition().isEmpty()) request.conditionExpression(change.condition());
        return dynamoDb.updateItem(request.build()).attributes();
    }

    /** The same, as part of a transaction. */
    Update transactional(String markerId, Change change) {
        return Update.builder()
                .tableName(name)
                .key(key(markerId))
                .updateExpression(expression(change))
                .expressionAttributeNames(Map.of("#state", STATE))
                .expressionAttributeValues(values(change))
                .conditionExpression(change.condition())
                .build();
    }

    /** Those of the rows that there are. */
    List<Map<String, AttributeValue>> rows(List<String> markerIds) {
        var keys = markerIds.stream().distinct().map(StatusTable::key).toList();
        var wanted = KeysAndAttributes.builder().keys(keys).consistentRead(true).build();
        return dynamoDb.batchGetItem(get -> get.requestItems(Map.of(name, wanted)))
                .responses()
                .getOrDefault(name, List.of());
    }

    private static String expression(Change change) {
        var set = "SET #state = :state, updated_at = :now, expires_at = :expires" + change.set();
        return change.add().isEmpty() ? set : set + " ADD " + change.add();
    }

    private Map<String, AttributeValue> values(Change change) {
        var now = clock.instant();
        var values = new HashMap<>(change.values());
        values.putAll(Map.of(
                ":state", change.state(),
                ":now", fromS(now.toString()),
                ":expires", fromN("" + now.plus(ttl).getEpochSecond()),
                ":retrying", RETRYING,
                ":leased", LEASED,
                ":parked", PARKED,
                ":one", fromN("1"),
                ":zero", fromN("0"),
                ":millis", fromN("" + now.toEpochMilli())));
        // DynamoDB refuses a value that no expression uses.
        var used = expression(change) + change.condition();
        values.keySet().removeIf(name -> !used.contains(name));
        return values;
    }

    private static Map<String, AttributeValue> key(String markerId) {
        return Map.of(ID, fromS(markerId));
    }

    static String id(Map<String, AttributeValue> row) {
        return Objects.requireNonNull(row.get(ID)).s();
    }

    static int attempts(Map<String, AttributeValue> row) {
        var attempts = row.get(ATTEMPTS);
        return attempts == null ? 0 : Integer.parseInt(attempts.n());
    }

    static <T> T available(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new EffectsUnavailable(e);
        }
    }
}
