package dev.fanout.local;

import static dev.fanout.local.Aws.SQS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sqs.model.SqsException;

@Tag("deep")
class RedriveTest {
    @Test
    void a_redrive_policy_that_was_set_later_is_known_to_the_dead_letter_queue() {
        var deadLetters = Aws.queue();
        var queue = Aws.queue();
        redrive(queue, deadLetters);
        assertThat(sources(deadLetters)).containsExactly(queue);
        redrive(queue, Aws.queue());
        assertThat(sources(deadLetters)).isEmpty();
    }

    @Test
    void a_move_task_needs_no_destination() {
        var deadLetters = Aws.queue();
        var queue = Aws.queue();
        redrive(queue, deadLetters);
        die(queue, "a");
        SQS.startMessageMoveTask(t -> t.sourceArn(Aws.arn(deadLetters)));
        Awaitility.await().untilAsserted(() -> assertThat(Aws.bodies(queue)).containsExactly("a"));
        assertThat(Aws.bodies(deadLetters)).isEmpty();
    }

    @Test
    void a_move_task_brings_nothing_back_that_was_deleted() {
        var deadLetters = Aws.queue();
        var queue = Aws.queue();
        redrive(queue, deadLetters);
        SQS.sendMessage(m -> m.queueUrl(deadLetters).messageBody("deleted"));
        SQS.deleteMessage(d -> d.queueUrl(deadLetters)
                .receiptHandle(Aws.receive(deadLetters).getFirst().receiptHandle()));
        SQS.sendMessage(m -> m.queueUrl(deadLetters).messageBody("last"));
        SQS.startMessageMoveTask(t -> t.sourceArn(Aws.arn(deadLetters)));
        Awaitility.await().untilAsserted(() -> assertThat(Aws.bodies(queue)).containsExactly("last"));
    }

    @Test
    void the_dead_letters_of_a_fifo_queue_move_back_in_order() {
        var deadLetters = Aws.fifoQueue();
        var queue = Aws.fifoQueue();
        redrive(queue, deadLetters);
        for (var body : List.of("a", "b", "c"))
            SQS.sendMessage(m -> m.queueUrl(deadLetters)
                    .messageBody(body).messageGroupId("g").messageDeduplicationId(body));
        SQS.startMessageMoveTask(t -> t.sourceArn(Aws.arn(deadLetters)));
        Awaitility.await().untilAsserted(() -> assertThat(Aws.bodies(deadLetters)).isEmpty());
        assertThat(Aws.bodies(queue)).containsExactly("a", "b", "c");
    }

    @Test
    void a_move_task_is_listed_and_can_be_cancelled() {
        var deadLetters = Aws.queue();
        redrive(Aws.queue(), deadLetters);
        for (var body : List.of("a", "b", "c")) SQS.sendMessage(m -> m.queueUrl(deadLetters).messageBody(body));
        var source = Aws.arn(deadLetters);
        var task = SQS.startMessageMoveTask(t -> t.sourceArn(source).maxNumberOfMessagesPerSecond(1)).taskHandle();
        assertThat(SQS.listMessageMoveTasks(t -> t.sourceArn(source)).results())
                .extracting(result -> result.status())
                .containsExactly("RUNNING");
        var moved = SQS.cancelMessageMoveTask(t -> t.taskHandle(task)).approximateNumberOfMessagesMoved();
        assertThat(Aws.bodies(deadLetters)).hasSize(3 - moved.intValue());
        assertThatExceptionOfType(ResourceNotFoundException.class)
                .isThrownBy(() -> SQS.cancelMessageMoveTask(t -> t.taskHandle("made-up")));
    }

    @Test
    void a_move_task_starts_at_a_dead_letter_queue_only() {
        var queue = Aws.queue();
        assertThatExceptionOfType(SqsException.class)
                .isThrownBy(() -> SQS.startMessageMoveTask(t -> t.sourceArn(Aws.arn(queue))))
                .withMessageContaining("must be configured as a Dead Letter Queue");
        assertThatExceptionOfType(ResourceNotFoundException.class)
                .isThrownBy(() -> SQS.startMessageMoveTask(t -> t.sourceArn(Aws.arn(queue) + "-not")));
    }

    @Test
    void a_dead_letter_queue_chooses_its_sources() {
        var deadLetters = Aws.queue();
        var queue = Aws.queue();
        allow(deadLetters, "{\"redrivePermission\":\"denyAll\"}");
        assertThatExceptionOfType(SqsException.class).isThrownBy(() -> redrive(queue, deadLetters));
        allow(deadLetters, "{\"redrivePermission\":\"byQueue\",\"sourceQueueArns\":[\"%s\"]}".formatted(Aws.arn(queue)));
        assertThatExceptionOfType(SqsException.class).isThrownBy(() -> redrive(Aws.queue(), deadLetters));
        redrive(queue, deadLetters);
        assertThat(sources(deadLetters)).containsExactly(queue);
    }

    @Test
    void an_impossible_policy_is_refused() {
        var queue = Aws.queue();
        assertThatExceptionOfType(SqsException.class)
                .isThrownBy(() -> redrive(queue, Aws.fifoQueue()))
                .withMessageContaining("same type");
        assertThatExceptionOfType(SqsException.class)
                .isThrownBy(() -> set(queue, QueueAttributeName.REDRIVE_POLICY, AwsAccount.redrive("missing", 1)))
                .withMessageContaining("Dead letter target does not exist");
    }

    @Test
    void without_its_policy_a_queue_keeps_its_messages() {
        var deadLetters = Aws.queue();
        var queue = Aws.queue();
        redrive(queue, deadLetters);
        set(queue, QueueAttributeName.REDRIVE_POLICY, "");
        assertThat(sources(deadLetters)).isEmpty();
        SQS.sendMessage(m -> m.queueUrl(queue).messageBody("a"));
        for (int i = 0; i < 3; i++)
            assertThat(SQS.receiveMessage(r -> r.queueUrl(queue).visibilityTimeout(0)).messages()).hasSize(1);
    }

    @Test
    void a_dead_letter_queue_that_was_made_again_still_has_its_sources() {
        var deadLetters = Aws.queue();
        var queue = Aws.queue();
        redrive(queue, deadLetters);
        SQS.deleteQueue(q -> q.queueUrl(deadLetters));
        SQS.createQueue(q -> q.queueName(List.of(deadLetters.split("/")).getLast()));
        die(queue, "a");
        assertThat(Aws.bodies(deadLetters)).containsExactly("a");
    }

    private static void die(String queue, String body) {
        SQS.sendMessage(m -> m.queueUrl(queue).messageBody(body));
        SQS.receiveMessage(r -> r.queueUrl(queue).visibilityTimeout(0));
        assertThat(Aws.receive(queue)).isEmpty();
    }

    private static List<String> sources(String deadLetters) {
        return SQS.listDeadLetterSourceQueues(q -> q.queueUrl(deadLetters)).queueUrls();
    }

    private static void redrive(String queue, String deadLetters) {
        set(queue, QueueAttributeName.REDRIVE_POLICY,
                AwsAccount.redrive(List.of(deadLetters.split("/")).getLast(), 1));
    }

    private static void allow(String deadLetters, String policy) {
        set(deadLetters, QueueAttributeName.REDRIVE_ALLOW_POLICY, policy);
    }

    private static void set(String queue, QueueAttributeName name, String value) {
        SQS.setQueueAttributes(q -> q.queueUrl(queue).attributes(Map.of(name, value)));
    }
}
