package dev.fanout.messaging.dynamodb;

import dev.fanout.messaging.Key;
import dev.fanout.messaging.store.EffectStore;
import dev.fanout.messaging.store.EffectsRefused;
import dev.fanout.messaging.store.EffectsUnavailable;
import dev.fanout.messaging.store.Writes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;
import tools.jackson.core.JacksonException;

/** Effects in DynamoDB: consistent batch reads, and one TransactWriteItems for markers and changes. */
final class DynamoDbEffectStore implements EffectStore {
    private final DynamoDbClient dynamoDb;
    private final StateTables tables;
    private final TransactionItems items;
    private final CounterShard shard;

    DynamoDbEffectStore(DynamoDbClient dynamoDb, StateTables tables, TransactionItems items, CounterShard shard) {
        this.dynamoDb = dynamoDb;
        this.tables = tables;
        this.items = items;
        this.shard = shard;
    }

    @Override
    public Map<Key<?>, Loaded> load(Set<Key<?>> keys) {
        if (keys.isEmpty()) return Map.of();
        try {
            return tables.load(keys);
        } catch (DynamoDbException e) {
            if (isInvalid(e)) throw new EffectsRefused(e);
            throw new EffectsUnavailable(e);
        } catch (SdkException e) {
            throw new EffectsUnavailable(e);
        } catch (JacksonException e) {
            throw new EffectsRefused(e);
        }
    }

    @Override
    public Outcome commit(Writes writes) {
        try {
            dynamoDb.transactWriteItems(request -> request.transactItems(items.of(writes)));
            return new Outcome.Committed();
        } catch (TransactionCanceledException e) {
            return cancelled(writes, e);
        } catch (TransactionInProgressException e) {
            return allOf(writes, new Cause.Contended());
        } catch (DynamoDbException e) {
            if (isInvalid(e)) return new Outcome.Invalid(e.awsErrorDetails().errorMessage());
            if (e.isThrottlingException()) return allOf(writes, new Cause.Throttled());
            throw new EffectsUnavailable(e);
        } catch (SdkException e) {
            throw new EffectsUnavailable(e);
        }
    }

    /** The whole request is refused: nothing is written. */
    private static Outcome allOf(Writes writes, Cause cause) {
        return new Outcome.Cancelled(writes.all().stream().map(_ -> cause).toList());
    }

    private static boolean isInvalid(DynamoDbException e) {
        var details = e.awsErrorDetails();
        return details != null && "ValidationException".equals(details.errorCode());
    }

    private Outcome cancelled(Writes writes, TransactionCanceledException e) {
        // Without reasons it says no more than that something was wrong with something.
        if (!e.hasCancellationReasons() || e.cancellationReasons().size() != writes.all().size())
            return new Outcome.Invalid(String.valueOf(e.getMessage()));
        var causes = e.cancellationReasons().stream().map(this::cause).toList();
        changeLaneIfContended(writes, causes);
        return new Outcome.Cancelled(causes);
    }

    private Cause cause(CancellationReason reason) {
        return switch (String.valueOf(reason.code())) {
            case "None" -> new Cause.None();
            case "ConditionalCheckFailed" -> new Cause.Refused(
                    reason.hasItem() ? TransactionItems.doneBy(reason.item()) : Optional.empty());
            case "TransactionConflict" -> new Cause.Contended();
            case "ThrottlingError", "ProvisionedThroughputExceeded" -> new Cause.Throttled();
            default -> new Cause.Unwritable(reason.code() + ": " + reason.message());
        };
    }

    private void changeLaneIfContended(Writes writes, List<Cause> causes) {
        if (IntStream.range(0, causes.size())
                .anyMatch(i -> writes.all().get(i) instanceof Writes.Add && causes.get(i) instanceof Cause.Contended))
            shard.change();
    }
}
