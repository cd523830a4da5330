package dev.fanout.local;

import static dev.fanout.local.Aws.SNS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sns.model.BatchRequestTooLongException;
import software.amazon.awssdk.services.sns.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sns.model.EmptyBatchRequestException;
import software.amazon.awssdk.services.sns.model.InvalidBatchEntryIdException;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.InvalidParameterValueException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;
import software.amazon.awssdk.services.sns.model.PublishBatchResultEntry;
import software.amazon.awssdk.services.sns.model.TooManyEntriesInBatchRequestException;

@Tag("deep")
class PublishBatchTest {
    private final String topic = Aws.topic("t");

    @Test
    void all_its_messages_arrive() {
        var queue = Aws.queue();
        Aws.subscribeRaw(topic, queue);
        var answer = publish(topic, entry("1", "a"), entry("2", "b"));
        assertThat(answer.successful()).extracting(PublishBatchResultEntry::id).containsExactly("1", "2");
        assertThat(Aws.bodies(queue)).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void a_bad_entry_fails_alone() {
        var queue = Aws.queue();
        Aws.subscribeRaw(topic, queue);
        var answer = publish(topic, entry("good", "a"), entry("empty", ""));
        assertThat(answer.successful()).extracting(PublishBatchResultEntry::id).containsExactly("good");
        assertThat(answer.failed()).extracting(BatchResultErrorEntry::id).containsExactly("empty");
        assertThat(answer.failed().getFirst().code()).isEqualTo("InvalidParameter");
        assertThat(answer.failed().getFirst().senderFault()).isTrue();
        assertThat(Aws.bodies(queue)).containsExactly("a");
    }

    @Test
    void an_id_that_only_fifo_topics_know_fails_its_entry() {
        var answer = publish(topic, entry("good", "a"), inGroup("bad", "b", "x"));
        assertThat(answer.successful()).extracting(PublishBatchResultEntry::id).containsExactly("good");
        assertThat(answer.failed().getFirst().message()).contains("not valid for this topic type");
    }

    @Test
    void a_fault_of_form_in_one_entry_refuses_them_all_as_on_aws() {
        var queue = Aws.queue();
        Aws.subscribeRaw(topic, queue);
        var nothing = MessageAttributeValue.builder().dataType("String").build();
        assertThatThrownBy(() -> publish(topic, entry("1", "a"), entry("2", "b").toBuilder()
                        .messageAttributes(Map.of("k", nothing))
                        .build()))
                .isInstanceOf(InvalidParameterValueException.class);
        assertThatThrownBy(() -> publish(topic, entry("1", "a"), entry("2", "{}").toBuilder()
                        .messageStructure("json")
                        .build()))
                .isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> publish(Aws.fifoTopic(Map.of()), entry("1", "a")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("MessageGroupId");
        assertThat(Aws.receive(queue)).isEmpty();
    }

    @Test
    void on_a_fifo_topic_it_keeps_its_order_and_drops_its_duplicates() {
        var fifo = Aws.fifoTopic(Map.of());
        var queue = Aws.fifoQueue();
        Aws.subscribeRaw(fifo, queue);
        var answer = publish(fifo, inGroup("1", "a", "x"), inGroup("2", "b", "y"), inGroup("3", "a", "x"));
        assertThat(Aws.bodies(queue)).containsExactly("a", "b");
        var numbers = answer.successful().stream().map(PublishBatchResultEntry::sequenceNumber).toList();
        assertThat(numbers.get(0)).isEqualTo(numbers.get(2)).isLessThan(numbers.get(1));
    }

    @Test
    void an_empty_batch_is_refused() {
        assertThatThrownBy(() -> publish(topic)).isInstanceOf(EmptyBatchRequestException.class);
    }

    @Test
    void more_than_ten_entries_are_refused() {
        var eleven = Stream.iterate(0, i -> i + 1).limit(11).map(i -> entry("e" + i, "x"));
        assertThatThrownBy(() -> publish(topic, eleven.toArray(PublishBatchRequestEntry[]::new)))
                .isInstanceOf(TooManyEntriesInBatchRequestException.class);
    }

    @Test
    void two_entries_of_one_id_are_refused() {
        assertThatThrownBy(() -> publish(topic, entry("1", "a"), entry("1", "b")))
                .isInstanceOf(BatchEntryIdsNotDistinctException.class);
    }

    @Test
    void an_id_of_other_characters_is_refused() {
        for (var bad : new String[] {"a b", "", "x".repeat(81)})
            assertThatThrownBy(() -> publish(topic, entry(bad, "a")))
                    .isInstanceOf(InvalidBatchEntryIdException.class);
    }

    @Test
    void its_entries_share_the_limit_of_one_message() {
        var half = "x".repeat(128 * 1024);
        assertThat(publish(topic, entry("1", half), entry("2", half)).failed()).isEmpty();
        assertThatThrownBy(() -> publish(topic, entry("1", half), entry("2", half + "x")))
                .isInstanceOf(BatchRequestTooLongException.class);
    }

    private static PublishBatchResponse publish(String topic, PublishBatchRequestEntry... entries) {
        return SNS.publishBatch(b -> b.topicArn(topic).publishBatchRequestEntries(List.of(entries)));
    }

    private static PublishBatchRequestEntry entry(String id, String message) {
        return PublishBatchRequestEntry.builder().id(id).message(message).build();
    }

    private static PublishBatchRequestEntry inGroup(String id, String message, String deduplicationId) {
        return PublishBatchRequestEntry.builder()
                .id(id)
                .message(message)
                .messageGroupId("g")
                .messageDeduplicationId(deduplicationId)
                .build();
    }
}
