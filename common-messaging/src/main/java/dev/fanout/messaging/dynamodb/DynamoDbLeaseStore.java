package dev.fanout.messaging.dynamodb;

import static dev.fanout.messaging.dynamodb.StatusTable.available;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.fanout.messaging.dynamodb.StatusTable.Change;
import dev.fanout.messaging.lease.LeaseStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Leases in {@code message-status}: taken, kept and given back on condition of the owner's token. */
final class DynamoDbLeaseStore implements LeaseStore {
    private static final String EXPIRES = "lease_expires";
    private static final String TOKEN = "lease_token";
    private static final String SET_TOKEN = ", " + TOKEN + " = :token";
    private static final String SET_LEASE = SET_TOKEN + ", " + EXPIRES + " = :until";
    private static final String OURS = "#state = :leased AND lease_token = :token";
    private static final String EXPIRED = "#state = :leased AND " + EXPIRES + " < :millis";
    private static final String ONE_MORE = StatusTable.ATTEMPTS + " :one";
    private static final int TRIES = 5;

    private final StatusTable status;
    private final Function<String, Optional<String>> hashOfDone;
    private final Clock clock;

    /** @param hashOfDone what the marker of an event says, if it is done */
    DynamoDbLeaseStore(StatusTable status, Function<String, Optional<String>> hashOfDone, Clock clock) {
        this.status = status;
        this.hashOfDone = hashOfDone;
        this.clock = clock;
    }

    @Override
    public Answer take(String markerId, Duration length, int maxAttempts) {
        var taking = new Taking(new Lease(markerId, UUID.randomUUID().toString()), length, maxAttempts);
        return available(() -> {
            for (int tries = 1; ; tries++) {
                try {
                    return taking.answer();
                } catch (ConditionalCheckFailedException e) {
                    // Somebody changed the row since it was read, maybe we ourselves: what does it say now?
                    if (tries == TRIES) throw e;
                } catch (SdkException e) {
                    // Not knowing whether it is ours, we would wait for a lease that nobody works under.
                    if (tries > 1) throw e;
                }
            }
        });
    }

    /** One instance's wish for one event; its token tells what it has written itself, unanswered. */
    private final class Taking {
        private final Lease lease;
        private final Duration length;
        private final int maxAttempts;
        private boolean takenOver;

        private Taking(Lease lease, Duration length, int maxAttempts) {
            this.lease = lease;
            this.length = length;
            this.maxAttempts = maxAttempts;
        }

        private Answer answer() {
            var done = hashOfDone.apply(lease.markerId());
            if (done.isPresent()) return new Answer.Done(done.get());
            var row = row(lease);
            var state = row.getOrDefault(StatusTable.STATE, StatusTable.RETRYING);
            if (isOf(row, lease)) return written(row, state);
            if (state.equals(StatusTable.PARKED)) return leased(", attempts = :zero", "", "#state = :parked");
            if (!state.equals(StatusTable.LEASED))
                return leased("", "", "attribute_not_exists(#state) OR #state = :retrying");
            return takeOver(row);
        }

        private Answer written(Map<String, AttributeValue> row, AttributeValue state) {
            var attempts = StatusTable.attempts(row);
            return state.equals(StatusTable.PARKED)
                    ? new Answer.Exhausted(attempts)
                    : new Answer.Ours(lease, attempts, takenOver);
        }

        private Answer takeOver(Map<String, AttributeValue> row) {
            var expires = Instant.ofEpochMilli(Long.parseLong(row.getOrDefault(EXPIRES, fromN("0")).n()));
            if (!expires.isBefore(clock.instant())) return new Answer.Held(expires);
            takenOver = true;
            var failed = StatusTable.attempts(row) + 1;
            if (failed < maxAttempts) return leased("", ONE_MORE, EXPIRED);
            var token = Map.of(":token", fromS(lease.token()));
            status.update(lease.markerId(), new Change(StatusTable.PARKED, SET_TOKEN, ONE_MORE, EXPIRED, token));
            return new Answer.Exhausted(failed);
        }

        private Answer leased(String set, String add, String condition) {
            var values = Map.of(":token", fromS(lease.token()), ":until", millis(clock.instant().plus(length)));
            var change = new Change(StatusTable.LEASED, SET_LEASE + set, add, condition, values);
            return written(status.update(lease.markerId(), change), StatusTable.LEASED);
        }
    }

    @Override
    public boolean renew(Lease lease, Duration length) {
        var until = Map.of(":until", millis(clock.instant().plus(length)));
        var longer = new Change(StatusTable.LEASED, ", " + EXPIRES + " = :until", "", OURS, ours(lease, until));
        return available(() -> ifOurs(lease, longer)).isPresent();
    }

    @Override
    public int failed(Lease lease, String error) {
        return ended(lease, StatusTable.RETRYING, error);
    }

    @Override
    public int parked(Lease lease, String error) {
        return ended(lease, StatusTable.PARKED, error);
    }

    private int ended(Lease lease, AttributeValue state, String error) {
        var values = ours(lease, Map.of(":error", DynamoDbAttempts.text(error)));
        var change = new Change(state, ", last_error = :error", ONE_MORE, OURS, values);
        return available(() -> {
            try {
                return ifOurs(lease, change);
            } catch (SdkException _) {
                // It may be written; asking again tells.
                return ifOurs(lease, change);
            }
        }).map(StatusTable::attempts).orElse(0);
    }

    @Override
    public boolean completed(Lease lease) {
        return available(() -> {
            var row = row(lease);
            return isOf(row, lease) && StatusTable.DONE.equals(row.get(StatusTable.STATE));
        });
    }

    /** How a lease ends when its event is done, as part of that transaction. */
    static Change end(Lease lease) {
        return new Change(StatusTable.DONE, "", "", OURS, ours(lease, Map.of()));
    }

    /** @return the row as it is then; empty if the lease is somebody else's */
    private Optional<Map<String, AttributeValue>> ifOurs(Lease lease, Change change) {
        try {
            return Optional.of(status.update(lease.markerId(), change));
        } catch (ConditionalCheckFailedException e) {
            // The same change may have come before, when its answer was lost and it was sent again.
            var done = isOf(e.item(), lease) && change.state().equals(e.item().get(StatusTable.STATE));
            return done ? Optional.of(e.item()) : Optional.empty();
        }
    }

    private Map<String, AttributeValue> row(Lease lease) {
        return status.rows(List.of(lease.markerId())).stream().findFirst().orElse(Map.of());
    }

    /** Whether the lease is the last one that the row tells of, whatever became of it. */
    private static boolean isOf(Map<String, AttributeValue> row, Lease lease) {
        return fromS(lease.token()).equals(row.get(TOKEN));
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
