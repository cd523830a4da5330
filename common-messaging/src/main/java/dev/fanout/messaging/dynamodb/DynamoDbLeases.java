package dev.fanout.messaging.dynamodb;

import static dev.fanout.messaging.dynamodb.StatusTable.available;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.fanout.messaging.core.Leases;
import dev.fanout.messaging.dynamodb.StatusTable.Change;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Leases in {@code message-status}: taken, kept and given back on condition of the owner's token. */
final class DynamoDbLeases implements Leases {
    private static final String EXPIRES = "lease_expires";
    private static final String SET_LEASE = ", lease_token = :token, " + EXPIRES + " = :until";
    private static final String OURS = "#state = :leased AND lease_token = :token";
    private static final String EXPIRED = "#state = :leased AND " + EXPIRES + " < :millis";
    private static final String ONE_MORE = StatusTable.ATTEMPTS + " :one";
    private static final int TRIES = 5;

    private final StatusTable status;
    private final Function<String, Optional<String>> hashOfDone;
    private final Clock clock;

    /** @param hashOfDone what the marker of an event says, if it is done */
    DynamoDbLeases(StatusTable status, Function<String, Optional<String>> hashOfDone, Clock clock) {
        this.status = status;
        this.hashOfDone = hashOfDone;
        this.clock = clock;
    }

    @Override
    public Answer take(String markerId, Duration length, int maxAttempts) {
        return available(() -> {
            for (int tries = 1; ; tries++) {
                try {
                    return answer(markerId, length, maxAttempts);
                } catch (ConditionalCheckFailedException e) {
                    // Somebody changed the row since it was read: what does it say now?
                    if (tries == TRIES) throw e;
                }
            }
        });
    }

    private Answer answer(String markerId, Duration length, int maxAttempts) {
        var done = hashOfDone.apply(markerId);
        if (done.isPresent()) return new Answer.Done(done.get());
        var row = status.rows(List.of(markerId)).stream().findFirst().orElse(Map.of());
        var state = row.getOrDefault(StatusTable.STATE, StatusTable.RETRYING);
        if (state.equals(StatusTable.PARKED))
            return leased(markerId, length, ", attempts = :zero", "", "#state = :parked");
        if (!state.equals(StatusTable.LEASED))
            return leased(markerId, length, "", "", "attribute_not_exists(#state) OR #state = :retrying");
        return takeOver(markerId, row, length, maxAttempts);
    }

    private Answer takeOver(String markerId, Map<String, AttributeValue> row, Duration length, int maxAttempts) {
        var expires = Instant.ofEpochMilli(Long.parseLong(row.getOrDefault(EXPIRES, fromN("0")).n()));
        if (!expires.isBefore(clock.instant())) return new Answer.Held(expires);
        var failed = StatusTable.attempts(row) + 1;
        if (failed < maxAttempts) return leased(markerId, length, "", ONE_MORE, EXPIRED);
        status.update(markerId, new Change(StatusTable.PARKED, "", ONE_MORE, EXPIRED, Map.of()));
        return new Answer.Exhausted(failed);
    }

    private Answer leased(String markerId, Duration length, String set, String add, String condition) {
        var lease = new Lease(markerId, UUID.randomUUID().toString());
        var values = Map.of(":token", fromS(lease.token()), ":until", millis(clock.instant().plus(length)));
        status.update(markerId, new Change(StatusTable.LEASED, SET_LEASE + set, add, condition, values));
        return new Answer.Ours(lease);
    }

    @Override
    public boolean renew(Lease lease, Duration length) {
        var until = Map.of(":until", millis(clock.instant().plus(length)));
        return ifOurs(lease, StatusTable.LEASED, ", " + EXPIRES + " = :until", "", until).isPresent();
    }

    @Override
    public int failed(Lease lease, String error) {
        var values = Map.of(":error", DynamoDbAttempts.text(error));
        return ifOurs(lease, StatusTable.RETRYING, ", last_error = :error", ONE_MORE, values)
                .map(StatusTable::attempts)
                .orElse(0);
    }

    @Override
    public void parked(Lease lease) {
        available(() -> status.update(
                lease.markerId(), new Change(StatusTable.PARKED, "", "", "", Map.of())));
    }

    /** How a lease ends when its event is done, as part of that transaction. */
    static Change end(Lease lease) {
        return new Change(StatusTable.DONE, "", "", OURS, ours(lease, Map.of()));
    }

    private Optional<Map<String, AttributeValue>> ifOurs(
            Lease lease, AttributeValue state, String set, String add, Map<String, AttributeValue> values) {
        return available(() -> {
            try {
                var change = new Change(state, set, add, OURS, ours(lease, values));
                return Optional.of(status.update(lease.markerId(), change));
            } catch (ConditionalCheckFailedException _) {
                return Optional.empty();
            }
        });
    }

    private static Map<String, AttributeValue> ours(Lease lease, Map<String, AttributeValue> more) {
        var values = new HashMap<>(more);
        values.put(":token", fromS(lease.token()));
        return values;
    }

    private static AttributeValue millis(Instant time) {
        return fromN(String.valueOf(time.toEpochMilli()));
    }
}
