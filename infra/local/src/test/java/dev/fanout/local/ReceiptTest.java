package dev.fanout.local;

import static dev.fanout.local.Aws.SQS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.SqsException;

@Tag("deep")
class ReceiptTest {
    @Test
    void a_message_may_be_deleted_twice() {
        for (var queue : new String[] {Aws.queue(), Aws.fifoQueue()}) {
            var receipt = receiptOfOne(queue, 30);
            delete(queue, receipt);
            assertThatNoException().isThrownBy(() -> delete(queue, receipt));
            var batch = SQS.deleteMessageBatch(d -> d.queueUrl(queue).entries(entry(receipt)));
            assertThat(batch.successful()).hasSize(1);
        }
    }

    @Test
    void on_a_standard_queue_an_old_receipt_deletes_nothing_and_is_no_error() {
        var queue = Aws.queue();
        var old = receiptOfOne(queue, 0);
        var latest = Aws.receive(queue).getFirst().receiptHandle();
        assertThatNoException().isThrownBy(() -> delete(queue, old));
        SQS.changeMessageVisibility(v -> v.queueUrl(queue).receiptHandle(latest).visibilityTimeout(0));
        assertThat(Aws.receive(queue)).hasSize(1);
    }

    @Test
    void on_a_fifo_queue_a_receipt_expires_with_the_visibility_of_its_message() {
        var queue = Aws.fifoQueue();
        var receipt = receiptOfOne(queue, 0);
        assertThatExceptionOfType(SqsException.class)
                .isThrownBy(() -> delete(queue, receipt))
                .withMessageContaining("The receipt handle has expired.")
                .satisfies(e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidParameterValue"));
        var failed = SQS.deleteMessageBatch(d -> d.queueUrl(queue).entries(entry(receipt))).failed();
        assertThat(failed).extracting(e -> e.code()).containsExactly("InvalidParameterValue");
        assertThat(Aws.receive(queue)).hasSize(1);
    }

    @Test
    void the_visibility_of_what_is_gone_cannot_change() {
        var queue = Aws.queue();
        var receipt = receiptOfOne(queue, 30);
        delete(queue, receipt);
        assertThatExceptionOfType(SqsException.class)
                .isThrownBy(() -> SQS.changeMessageVisibility(
                        v -> v.queueUrl(queue).receiptHandle(receipt).visibilityTimeout(1)))
                .withMessageContaining("Message does not exist or is not available for visibility timeout change");
    }

    @Test
    void of_a_batch_each_visibility_changes_by_itself() {
        var queue = Aws.queue();
        var receipt = receiptOfOne(queue, 30);
        var answer = SQS.changeMessageVisibilityBatch(v -> v.queueUrl(queue)
                .entries(
                        e -> e.id("a").receiptHandle(receipt).visibilityTimeout(0),
                        e -> e.id("b").receiptHandle("made-up").visibilityTimeout(0)));
        assertThat(answer.successful()).extracting(e -> e.id()).containsExactly("a");
        assertThat(answer.failed()).extracting(e -> e.id()).containsExactly("b");
        assertThat(Aws.receive(queue)).hasSize(1);
    }

    @Test
    void a_receipt_that_was_made_up_is_invalid() {
        for (var queue : new String[] {Aws.queue(), Aws.fifoQueue()}) {
            assertThatExceptionOfType(ReceiptHandleIsInvalidException.class)
                    .isThrownBy(() -> delete(queue, "made-up"));
            var failed = SQS.deleteMessageBatch(d -> d.queueUrl(queue).entries(entry("made-up"))).failed();
            assertThat(failed).extracting(e -> e.code()).containsExactly("ReceiptHandleIsInvalid");
        }
    }

    private static String receiptOfOne(String queue, int visibility) {
        var fifo = queue.endsWith(".fifo");
        SQS.sendMessage(m -> m.queueUrl(queue)
                .messageBody("one")
                .messageGroupId(fifo ? "g" : null)
                .messageDeduplicationId(fifo ? "d" : null));
        return SQS.receiveMessage(r -> r.queueUrl(queue).visibilityTimeout(visibility))
                .messages().getFirst().receiptHandle();
    }

    private static void delete(String queue, String receipt) {
        SQS.deleteMessage(d -> d.queueUrl(queue).receiptHandle(receipt));
    }

    private static DeleteMessageBatchRequestEntry entry(String receipt) {
        return DeleteMessageBatchRequestEntry.builder().id("a").receiptHandle(receipt).build();
    }
}
