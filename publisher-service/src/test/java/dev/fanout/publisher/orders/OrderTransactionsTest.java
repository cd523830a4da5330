package dev.fanout.publisher.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What DynamoDB Local never says, AWS does. */
class OrderTransactionsTest {
    private final Queue<String> cancelled = new ArrayDeque<>();
    private final OrderTransactions transactions = new OrderTransactions(new Contended());

    @Test
    void what_met_another_transaction_is_tried_again() {
        cancelled.addAll(List.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"));
        assertThat(transactions.write(List.of())).isEmpty();
        assertThat(cancelled).isEmpty();
    }

    @Test
    void a_condition_that_does_not_hold_is_an_answer() {
        cancelled.add("ConditionalCheckFailed");
        assertThat(transactions.write(List.of())).get().extracting(CancellationReason::code)
                .isEqualTo("ConditionalCheckFailed");
    }

    @Test
    void anything_else_is_a_failure_at_once() {
        cancelled.addAll(List.of("ItemCollectionSizeLimitExceeded", "never asked"));
        assertThatThrownBy(() -> transactions.write(List.of())).isInstanceOf(TransactionCanceledException.class);
        assertThat(cancelled).containsExactly("never asked");
    }

    private final class Contended implements DynamoDbClient {
        @Override
        public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            var code = cancelled.poll();
            if (code == null) return TransactWriteItemsResponse.builder().build();
            throw TransactionCanceledException.builder()
                    .cancellationReasons(reason("None"), reason(code))
                    .build();
        }

        private static CancellationReason reason(String code) {
            return CancellationReason.builder().code(code).build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
