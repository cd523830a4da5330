package dev.fanout.local.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FifoWaitTest {
    private static final String RECEIVE = "AmazonSQS.ReceiveMessage";

    @Test
    void a_long_poll_of_a_fifo_queue_is_asked_not_to_wait() {
        var body = "{\"QueueUrl\":\"http://localhost/0/q.fifo\",\"MaxNumberOfMessages\":10,\"WaitTimeSeconds\":1}";
        assertThat(FifoWait.of(RECEIVE, body)).hasValueSatisfying(wait -> {
            assertThat(wait.request()).isEqualTo(body.replace(":1}", ":0}"));
            assertThat(wait.patience()).isEqualTo(Duration.ofSeconds(1));
        });
    }

    @Test
    void the_id_of_the_attempt_is_left_out() {
        var body = "{\"QueueUrl\":\"http://localhost/0/q.fifo\",\"WaitTimeSeconds\":1,\"ReceiveRequestAttemptId\":\"a\"}";
        assertThat(FifoWait.of(RECEIVE, body).orElseThrow().request()).doesNotContain("ReceiveRequestAttemptId");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "AmazonSQS.ReceiveMessage | {\"QueueUrl\":\"http://localhost/0/q\",\"WaitTimeSeconds\":1}",
        "AmazonSQS.ReceiveMessage | {\"QueueUrl\":\"http://localhost/0/q.fifo\",\"WaitTimeSeconds\":0}",
        "AmazonSQS.ReceiveMessage | {\"QueueUrl\":\"http://localhost/0/q.fifo\",\"WaitTimeSeconds\":21}",
        "AmazonSQS.ReceiveMessage | {\"QueueUrl\":\"http://localhost/0/q.fifo\"}",
        "AmazonSQS.SendMessage | {\"QueueUrl\":\"http://localhost/0/q.fifo\",\"MessageBody\":\"WaitTimeSeconds\"}",
    })
    void everything_else_is_passed_on_as_it_is(String target, String body) {
        assertThat(FifoWait.of(target, body)).isEmpty();
    }

    @Test
    void it_asks_until_there_is_an_answer() {
        var asked = new AtomicInteger();
        var answer = new FifoWait("", Duration.ofSeconds(20))
                .ask(() -> CompletableFuture.completedStage(asked.incrementAndGet()), n -> n == 3);
        assertThat(answer.toCompletableFuture().join()).isEqualTo(3);
    }

    @Test
    void when_the_time_is_up_the_last_answer_counts() {
        var answers = List.of("none").iterator();
        var answer = new FifoWait("", Duration.ZERO)
                .ask(() -> CompletableFuture.completedStage(answers.next()), _ -> false);
        assertThat(answer.toCompletableFuture().join()).isEqualTo("none");
    }
}
