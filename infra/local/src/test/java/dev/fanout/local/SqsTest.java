package dev.fanout.local;

import static dev.fanout.local.Aws.SQS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

class SqsTest {
    @Test
    void a_queue_url_begins_with_what_the_client_called_us() {
        assertThat(Aws.queue()).startsWith(Aws.endpoint() + "/000000000000/");
    }

    @Test
    void a_message_is_received_until_it_is_deleted() {
        var queue = Aws.queue();
        SQS.sendMessage(m -> m.queueUrl(queue).messageBody("hello"));
        var message = Aws.receive(queue).getFirst();
        assertThat(message.body()).isEqualTo("hello");
        SQS.changeMessageVisibility(
                v -> v.queueUrl(queue).receiptHandle(message.receiptHandle()).visibilityTimeout(0));
        var again = Aws.receive(queue).getFirst();
        assertThat(again.attributes())
                .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "2");
        SQS.deleteMessage(d -> d.queueUrl(queue).receiptHandle(again.receiptHandle()));
        assertThat(Aws.receive(queue)).isEmpty();
    }

    @Test
    void a_fifo_queue_keeps_the_order_of_a_group() {
        var queue = Aws.fifoQueue();
        var entries = IntStream.range(0, 10).mapToObj(SqsTest::inOneGroup).toList();
        assertThat(SQS.sendMessageBatch(b -> b.queueUrl(queue).entries(entries)).successful()).hasSize(10);
        assertThat(Aws.bodies(queue)).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    }

    @Test
    void a_queue_that_is_not_there_is_named_as_aws_names_it() {
        assertThatThrownBy(() -> SQS.getQueueUrl(q -> q.queueName(Aws.unique("missing"))))
                .isInstanceOf(QueueDoesNotExistException.class);
    }

    @Test
    void queues_are_listed_by_prefix() {
        var url = Aws.queue();
        var name = List.of(url.split("/")).getLast();
        assertThat(SQS.listQueues(q -> q.queueNamePrefix(name)).queueUrls()).containsExactly(url);
    }

    @Test
    void queues_are_listed_page_by_page() {
        var prefix = Aws.unique("page");
        var queues = Stream.of("a", "b", "c")
                .map(end -> SQS.createQueue(q -> q.queueName(prefix + end)).queueUrl())
                .toList();
        assertThat(SQS.listQueuesPaginator(q -> q.queueNamePrefix(prefix).maxResults(2)).queueUrls())
                .containsExactlyElementsOf(queues);
        assertThat(SQS.listQueues(q -> q.queueNamePrefix(prefix).maxResults(2)).queueUrls()).hasSize(2);
    }

    @Test
    void a_deleted_queue_may_be_made_again_at_once_and_is_empty() {
        var queue = Aws.queue();
        SQS.sendMessage(m -> m.queueUrl(queue).messageBody("old"));
        SQS.deleteQueue(q -> q.queueUrl(queue));
        assertThatThrownBy(() -> Aws.receive(queue)).isInstanceOf(QueueDoesNotExistException.class);
        SQS.createQueue(q -> q.queueName(List.of(queue.split("/")).getLast()));
        assertThat(Aws.receive(queue)).isEmpty();
    }

    @Test
    void permissions_are_taken_and_change_nothing() {
        var queue = Aws.queue();
        SQS.addPermission(p -> p.queueUrl(queue).label("all").awsAccountIds("000000000000").actions("*"));
        SQS.removePermission(p -> p.queueUrl(queue).label("all"));
        var attributes = SQS.getQueueAttributes(q -> q.queueUrl(queue).attributeNames(QueueAttributeName.ALL));
        assertThat(attributes.attributes()).doesNotContainKey(QueueAttributeName.POLICY);
    }

    private static SendMessageBatchRequestEntry inOneGroup(int number) {
        var text = Integer.toString(number);
        return SendMessageBatchRequestEntry.builder()
                .id(text)
                .messageBody(text)
                .messageGroupId("one")
                .messageDeduplicationId(text)
                .build();
    }
}
