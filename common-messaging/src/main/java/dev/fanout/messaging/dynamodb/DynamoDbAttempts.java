package dev.fanout.messaging.dynamodb;

import static dev.fanout.messaging.dynamodb.StatusTable.available;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.fanout.messaging.dynamodb.StatusTable.Change;
import dev.fanout.messaging.pipeline.Errors;
import dev.fanout.messaging.retry.Attempts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Attempts in {@code message-status}, from the first failure on. */
final class DynamoDbAttempts implements Attempts {
    private static final String LAST = "last_attempt";
    private static final String NOT_PARKED = "(attribute_not_exists(#state) OR #state <> :parked)";
    private static final String NOT_COUNTED = "(attribute_not_exists(last_attempt) OR last_attempt <> :attempt)";
    private static final String SET = ", last_error = :error, last_attempt = :attempt";

    private final StatusTable status;

    DynamoDbAttempts(StatusTable status) {
        this.status = status;
    }

    @Override
    public int failed(String markerId, String error) {
        var values = Map.of(":error", text(error), ":attempt", fromS(UUID.randomUUID().toString()));
        return available(() -> {
            try {
                return StatusTable.attempts(status.update(markerId, oneMore(values)));
            } catch (ConditionalCheckFailedException e) {
                // The SDK sends again what was not answered, and would count one failure twice.
                if (Objects.equals(values.get(":attempt"), e.item().get(LAST))) return StatusTable.attempts(e.item());
                return StatusTable.attempts(status.update(markerId, first(values)));
            }
        });
    }

    private static Change oneMore(Map<String, AttributeValue> values) {
        return new Change(StatusTable.RETRYING, SET, "attempts :one", NOT_PARKED + " AND " + NOT_COUNTED, values);
    }

    private static Change first(Map<String, AttributeValue> values) {
        return new Change(StatusTable.RETRYING, SET + ", attempts = :one", "", "", values);
    }

    static AttributeValue text(String error) {
        return fromS(Errors.told(error));
    }

    @Override
    public void parked(String markerId) {
        available(() -> status.update(markerId, to(StatusTable.PARKED)));
    }

    @Override
    public void settled(List<String> markerIds) {
        available(() -> {
            var known = status.rows(markerIds);
            known.forEach(row -> status.update(StatusTable.id(row), to(StatusTable.DONE)));
            return known;
        });
    }

    private static Change to(AttributeValue state) {
        return new Change(state, "", "", "", Map.of());
    }
}
