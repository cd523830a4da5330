package dev.fanout.publisher.orders;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** All or nothing. */
@Component
class OrderTransactions {
    private static final int TRIES = 8;
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final DynamoDbClient dynamoDb;

    OrderTransactions(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    /** @return why nothing was written: the first condition that did not hold; empty if all was written */
    Optional<CancellationReason> write(List<TransactWriteItem> items) {
        for (int tried = 1; ; tried++) {
            try {
                dynamoDb.transactWriteItems(request -> request.transactItems(items));
                return Optional.empty();
            } catch (TransactionCanceledException e) {
                var refused = first(e, reason -> reason.code().equals("ConditionalCheckFailed"));
                if (refused.isPresent()) return refused;
                if (tried == TRIES || first(e, OrderTransactions::passes).isEmpty()) throw e;
                pause(tried);
            }
        }
    }

    /** Two transactions met at one item, or there was too much to do: our conditions may still hold. */
    private static boolean passes(CancellationReason reason) {
        return switch (reason.code()) {
            case "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded" -> true;
            default -> false;
        };
    }

    private static Optional<CancellationReason> first(
            TransactionCanceledException e, Predicate<CancellationReason> which) {
        return e.cancellationReasons().stream().filter(which).findFirst();
    }

    private static void pause(int tried) {
        var most = PAUSE.multipliedBy(1L << tried).toMillis();
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(most));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to try again", e);
        }
    }
}
