package dev.fanout.testing;

import static dev.fanout.testing.Capability.OUTAGE;
import static dev.fanout.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Needs
class FanoutStackTest {
    private final FanoutStack stack = FanoutStack.get();

    @Test
    void its_clients_reach_all_services() {
        assertThat(stack.dynamoDb().listTables().hasTableNames()).isTrue();
        assertThat(stack.sns().listTopics().hasTopics()).isTrue();
        var queue = stack.sqs().createQueue(q -> q.queueName(stack.uniquePrefix() + "q")).queueUrl();
        assertThat(stack.sqs().sendMessage(q -> q.queueUrl(queue).messageBody("m")).messageId()).isNotEmpty();
    }

    @Test
    void a_client_that_is_told_nothing_finds_it() {
        try (var client = DynamoDbClient.builder().httpClient(AwsCrtHttpClient.create()).build()) {
            assertThat(client.listTables().hasTableNames()).isTrue();
        }
    }

    @Test
    @Needs(OUTAGE)
    void a_frozen_stack_answers_nobody_until_it_thaws() {
        stack.freeze();
        var answer = CompletableFuture.supplyAsync(() -> stack.dynamoDb().listTables());
        try {
            assertThat(answer).isNotDone();
        } finally {
            stack.thaw();
        }
        eventually(() -> assertThat(answer).isCompleted());
    }
}
