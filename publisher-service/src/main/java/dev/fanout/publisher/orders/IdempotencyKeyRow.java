package dev.fanout.publisher.orders;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromM;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.fanout.publisher.aws.Attributes;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** An idempotency key as DynamoDB keeps it. */
final class IdempotencyKeyRow {
    private IdempotencyKeyRow() {}

    /** Refused, with the item that is there, while the name is taken. TTL deletes late: its time counts. */
    static Put put(String table, IdempotencyKey key, Instant now) {
        return Put.builder()
                .tableName(table)
                .item(Map.of(
                        "id", fromS(key.name()),
                        "hash", fromS(key.hash()),
                        "answer", fromM(OrderRow.of(key.answer())),
                        "expires_at", seconds(key.expires())))
                .conditionExpression("attribute_not_exists(id) OR expires_at <= :now")
                .expressionAttributeValues(Map.of(":now", seconds(now)))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }

    static IdempotencyKey key(Attributes item) {
        return new IdempotencyKey(
                item.text("id"),
                item.text("hash"),
                OrderRow.order(item.inner("answer")),
                Instant.ofEpochSecond(item.number("expires_at")));
    }

    private static AttributeValue seconds(Instant time) {
        return fromN(String.valueOf(time.getEpochSecond()));
    }
}
