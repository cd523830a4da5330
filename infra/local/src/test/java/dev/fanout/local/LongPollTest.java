package dev.fanout.local;

import static dev.fanout.local.Aws.SQS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Each poll waits twenty seconds at most, and what it waits for comes long before. */
@Tag("deep")
class LongPollTest {
    private static final Duration SOON = Duration.ofSeconds(8);

    @Test
    void a_poll_ends_when_a_message_comes() {
        for (var queue : List.of(Aws.queue(), Aws.fifoQueue())) {
            var poll = poll(queue);
            send(queue, "a");
            assertThat(soon(poll)).containsExactly("a");
        }
    }

    @Test
    void a_poll_ends_when_the_message_before_in_its_group_is_deleted() {
        var queue = Aws.fifoQueue();
        send(queue, "a");
        send(queue, "b");
        var first = one(queue, 30);
        var poll = poll(queue);
        waits(poll);
        SQS.deleteMessage(d -> d.queueUrl(queue).receiptHandle(first.receiptHandle()));
        assertThat(soon(poll)).containsExactly("b");
    }

    @Test
    void a_poll_ends_when_a_message_is_visible_again() {
        for (var queue : List.of(Aws.queue(), Aws.fifoQueue())) {
            send(queue, "a");
            one(queue, 1);
            assertThat(soon(poll(queue))).containsExactly("a");
            SQS.purgeQueue(q -> q.queueUrl(queue));
            var poll = poll(queue);
            send(queue, "b");
            assertThat(soon(poll)).containsExactly("b");
        }
    }

    @Test
    void a_poll_of_a_dead_letter_queue_ends_when_a_dead_letter_comes() {
        var deadLetters = Aws.queue();
        var queue = Aws.queue();
        var policy = AwsAccount.redrive(List.of(deadLetters.split("/")).getLast(), 1);
        SQS.setQueueAttributes(q -> q.queueUrl(queue).attributes(Map.of(QueueAttributeName.REDRIVE_POLICY, policy)));
        send(queue, "a");
        one(queue, 0);
        var poll = poll(deadLetters);
        waits(poll);
        assertThat(Aws.receive(queue)).isEmpty();
        assertThat(soon(poll)).containsExactly("a");
    }

    @Test
    void behind_a_dead_letter_the_next_of_its_group_is_received_at_once() {
        var deadLetters = Aws.fifoQueue();
        var queue = Aws.fifoQueue();
        var policy = AwsAccount.redrive(List.of(deadLetters.split("/")).getLast(), 1);
        SQS.setQueueAttributes(q -> q.queueUrl(queue).attributes(Map.of(QueueAttributeName.REDRIVE_POLICY, policy)));
        send(queue, "dead");
        one(queue, 0);
        send(queue, "next");
        assertThat(one(queue, 30).body()).isEqualTo("next");
    }

    @Test
    void the_queue_s_own_wait_counts_and_so_does_an_older_client_s() {
        var queue = Aws.fifoQueue();
        SQS.setQueueAttributes(q -> q.queueUrl(queue)
                .attributes(Map.of(QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS, "20")));
        var poll = later(() -> Aws.bodies(queue));
        send(queue, "a");
        assertThat(soon(poll)).containsExactly("a");
        var older = later(() -> SqsHttp.form("ReceiveMessage", "QueueUrl", queue, "WaitTimeSeconds", "20").body());
        SQS.sendMessage(m -> m.queueUrl(queue).messageBody("b").messageGroupId("h").messageDeduplicationId("b"));
        assertThat(soon(older)).contains("<Body>b</Body>");
    }

    @Test
    void a_poll_in_vain_ends_after_its_time() {
        var queue = Aws.fifoQueue();
        send(queue, "a");
        one(queue, 30);
        var begin = System.nanoTime();
        assertThat(SQS.receiveMessage(r -> r.queueUrl(queue).waitTimeSeconds(1)).messages()).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(900));
    }

    private static void send(String queue, String body) {
        var fifo = queue.endsWith(".fifo");
        SQS.sendMessage(m -> m.queueUrl(queue)
                .messageBody(body)
                .messageGroupId(fifo ? "g" : null)
                .messageDeduplicationId(fifo ? body : null));
    }

    private static Message one(String queue, int visibility) {
        return SQS.receiveMessage(r -> r.queueUrl(queue).visibilityTimeout(visibility)).messages().getFirst();
    }

    private static CompletableFuture<List<String>> poll(String queue) {
        return later(() -> SQS.receiveMessage(r -> r.queueUrl(queue).waitTimeSeconds(20)).messages().stream()
                .map(Message::body)
                .toList());
    }

    private static <T> CompletableFuture<T> later(Supplier<T> call) {
        return CompletableFuture.supplyAsync(call, Thread::startVirtualThread);
    }

    private static void waits(CompletableFuture<?> poll) {
        Awaitility.await().during(Duration.ofMillis(500)).until(() -> !poll.isDone());
    }

    private static <T> T soon(CompletableFuture<T> poll) {
        Awaitility.await().atMost(SOON).until(poll::isDone);
        return poll.join();
    }
}
