package dev.fanout.messaging.dynamodb;

import static dev.fanout.messaging.dynamodb.StatusTable.available;

import dev.fanout.messaging.core.Attempts;
import dev.fanout.messaging.dynamodb.StatusTable.Change;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Attempts in {@code message-status}, from the first failure on. */
final class DynamoDbAttempts implements Attempts {
    private static final int MAX_ERROR = 1_000;
    private static final String NOT_PARKED = "attribute_not_exists(#state) OR #state <> :parked";

    private final StatusTable status;

    DynamoDbAttempts(StatusTable status) {
        this.status = status;
    }

    @Override
    public int failed(String markerId, String error) {
        return available(() -> {
            try {
                return StatusTable.attempts(status.update(markerId, oneMore(error)));
            } catch (ConditionalCheckFailedException _) {
                return StatusTable.attempts(status.update(markerId, first(error)));
            }
        });
    }

    private static Change oneMore(String error) {
        var values = Map.of(":error", text(error));
        return new Change(StatusTable.RETRYING, ", last_error = :error", "attempts :one", NOT_PARKED, values);
    }

    private static Change first(String error) {
        var values = Map.of(":error", text(error));
        return new Change(StatusTable.RETRYING, ", last_error = :error, attempts = :one", "", "", values);
    }

    static AttributeValue text(String error) {
        return AttributeValue.fromS(error.substring(0, Math.min(error.length(), MAX_ERROR)));
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
