package dev.fanout.local;

import static dev.fanout.local.Aws.SNS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.PublishResponse;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

@Tag("deep")
class FifoTopicTest {
    private final String topic = Aws.fifoTopic(Map.of());

    @Test
    void the_order_of_a_group_reaches_the_fifo_queue() {
        var queue = Aws.fifoQueue();
        Aws.subscribeRaw(topic, queue);
        IntStream.range(0, 10).forEach(i -> publish("m" + i, "id" + i));
        assertThat(Aws.bodies(queue))
                .containsExactly("m0", "m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9");
    }

    @Test
    void the_fifo_queue_gets_group_and_deduplication_id() {
        var queue = Aws.fifoQueue();
        Aws.subscribeRaw(topic, queue);
        publish("m", "id");
        assertThat(Aws.receive(queue).getFirst().attributes())
                .containsEntry(MessageSystemAttributeName.MESSAGE_GROUP_ID, "host-1")
                .containsEntry(MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID, "id");
    }

    @Test
    void sequence_numbers_grow() {
        var first = publish("a", "1").sequenceNumber();
        var second = publish("b", "2").sequenceNumber();
        assertThat(first).hasSize(20);
        assertThat(second).hasSize(20).isGreaterThan(first);
    }

    @Test
    void the_same_deduplication_id_is_delivered_once_and_answered_alike() {
        var queue = Aws.queue();
        Aws.subscribeRaw(topic, queue);
        var first = publish("m", "same");
        var second = publish("m", "same");
        assertThat(Aws.bodies(queue)).containsExactly("m");
        assertThat(second.messageId()).isEqualTo(first.messageId());
        assertThat(second.sequenceNumber()).isEqualTo(first.sequenceNumber());
    }

    @Test
    void a_topic_can_deduplicate_by_content() {
        var byContent = Aws.fifoTopic(Map.of("ContentBasedDeduplication", "true"));
        var queue = Aws.fifoQueue();
        Aws.subscribeRaw(byContent, queue);
        for (var body : new String[] {"a", "b", "a"})
            SNS.publish(p -> p.topicArn(byContent).message(body).messageGroupId("g"));
        assertThat(Aws.bodies(queue)).containsExactly("a", "b");
    }

    @Test
    void what_is_published_is_the_content_even_where_queues_get_another_body() {
        var byContent = Aws.fifoTopic(Map.of("ContentBasedDeduplication", "true"));
        var queue = Aws.queue();
        Aws.subscribeRaw(byContent, queue);
        for (var other : new String[] {"a", "b", "a"})
            SNS.publish(p -> p.topicArn(byContent)
                    .message("{\"default\":\"%s\",\"sqs\":\"same\"}".formatted(other))
                    .messageStructure("json")
                    .messageGroupId("g"));
        assertThat(Aws.bodies(queue)).containsExactly("same", "same");
    }

    @Test
    void an_id_counts_once_in_the_topic() {
        assertThat(heardOfTheSameIdInTwoGroups(topic)).containsExactly("one");
    }

    @Test
    void or_once_in_each_group() {
        var inGroups = Aws.fifoTopic(Map.of("FifoThroughputScope", "MessageGroup"));
        assertThat(heardOfTheSameIdInTwoGroups(inGroups)).containsExactlyInAnyOrder("one", "two");
        assertThat(heardOfTheSameIdInTwoGroups(inGroups)).isEmpty();
    }

    private static List<String> heardOfTheSameIdInTwoGroups(String topic) {
        var queue = Aws.queue();
        Aws.subscribeRaw(topic, queue);
        for (var group : new String[] {"one", "two"})
            SNS.publish(p -> p.topicArn(topic).message(group).messageGroupId(group).messageDeduplicationId("id"));
        return Aws.bodies(queue);
    }

    @Test
    void it_may_feed_a_standard_queue_as_well() {
        var queue = Aws.queue();
        Aws.subscribeRaw(topic, queue);
        publish("m", "id");
        assertThat(Aws.bodies(queue)).containsExactly("m");
    }

    @Test
    void a_message_without_group_or_deduplication_id_is_refused() {
        assertThatThrownBy(() -> SNS.publish(p -> p.topicArn(topic).message("m").messageDeduplicationId("1")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("MessageGroupId");
        assertThatThrownBy(() -> SNS.publish(p -> p.topicArn(topic).message("m").messageGroupId("g")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("ContentBasedDeduplication");
    }

    @Test
    void groups_and_ids_have_at_most_128_printable_characters() {
        for (var bad : new String[] {"x".repeat(129), "a b", "ü"}) {
            assertThatThrownBy(() -> SNS.publish(
                            p -> p.topicArn(topic).message("m").messageGroupId(bad).messageDeduplicationId("1")))
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessageContaining("MessageGroupId");
            assertThatThrownBy(() -> publish("m", bad))
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessageContaining("MessageDeduplicationId");
        }
    }

    private PublishResponse publish(String body, String deduplicationId) {
        return SNS.publish(p -> p.topicArn(topic)
                .message(body)
                .messageGroupId("host-1")
                .messageDeduplicationId(deduplicationId));
    }
}
