package dev.fanout.local;

import static dev.fanout.local.Aws.SQS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

@Tag("deep")
class QueueAttributesTest {
    private static final String POLICY = "{\"Version\":\"2012-10-17\",\"Statement\":[]}";

    @Test
    void a_queue_shows_the_defaults_of_aws() {
        assertThat(all(Aws.queue()))
                .containsEntry("MessageRetentionPeriod", "345600")
                .containsEntry("MaximumMessageSize", "1048576")
                .containsEntry("SqsManagedSseEnabled", "true")
                .containsEntry("VisibilityTimeout", "30")
                .doesNotContainKeys("Policy", "RedriveAllowPolicy", "DeduplicationScope", "FifoQueue");
        assertThat(all(Aws.fifoQueue()))
                .containsEntry("DeduplicationScope", "queue")
                .containsEntry("FifoThroughputLimit", "perQueue");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "MessageRetentionPeriod | 60",
        "MaximumMessageSize | 1024",
        "Policy | {\"Version\":\"2012-10-17\",\"Statement\":[]}",
        "RedriveAllowPolicy | {\"redrivePermission\":\"denyAll\"}",
        "KmsMasterKeyId | alias/ours",
        "KmsDataKeyReusePeriodSeconds | 86400",
        "SqsManagedSseEnabled | false",
        "DeduplicationScope | messageGroup",
        "FifoThroughputLimit | perMessageGroupId",
        "ContentBasedDeduplication | true",
        "VisibilityTimeout | 43200",
        "DelaySeconds | 900",
        "ReceiveMessageWaitTimeSeconds | 20",
    })
    void what_is_set_is_shown_whether_it_was_set_at_once_or_later(String name, String value) {
        var made = create(Aws.unique("q.fifo"), Map.of("FifoQueue", "true", name, value));
        assertThat(all(made)).containsEntry(name, value);
        var changed = Aws.fifoQueue();
        set(changed, name, value);
        assertThat(all(changed)).containsEntry(name, value);
        assertThat(some(changed, name)).isEqualTo(Map.of(name, value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "MessageRetentionPeriod | 59",
        "MessageRetentionPeriod | 1209601",
        "MaximumMessageSize | 1023",
        "MaximumMessageSize | 1048577",
        "Policy | no policy",
        "RedriveAllowPolicy | {no json",
        "KmsDataKeyReusePeriodSeconds | 59",
        "SqsManagedSseEnabled | maybe",
        "VisibilityTimeout | 43201",
        "DelaySeconds | 901",
        "ReceiveMessageWaitTimeSeconds | 21",
    })
    void what_aws_refuses_is_refused_and_changes_nothing(String name, String value) {
        var queue = Aws.queue();
        var before = all(queue);
        assertThatExceptionOfType(SqsException.class)
                .isThrownBy(() -> set(queue, name, value))
                .satisfies(e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidAttributeValue"));
        assertThat(all(queue)).isEqualTo(before);
    }

    @Test
    void an_attribute_of_fifo_queues_or_of_none_is_unknown() {
        var queue = Aws.queue();
        for (var name : new String[] {"DeduplicationScope", "Colour"})
            assertThatExceptionOfType(SqsException.class)
                    .isThrownBy(() -> set(queue, name, "queue"))
                    .withMessageContaining("Unknown Attribute " + name);
    }

    @Test
    void an_empty_policy_takes_the_old_one_away() {
        var queue = create(Aws.unique("q"), Map.of("Policy", POLICY));
        set(queue, "Policy", "");
        assertThat(all(queue)).doesNotContainKey("Policy");
    }

    @Test
    void a_queue_is_encrypted_in_one_of_two_ways() {
        var queue = create(Aws.unique("q"), Map.of("KmsMasterKeyId", "alias/ours"));
        assertThat(all(queue))
                .containsEntry("SqsManagedSseEnabled", "false")
                .containsEntry("KmsDataKeyReusePeriodSeconds", "300");
        set(queue, "SqsManagedSseEnabled", "true");
        assertThat(all(queue)).doesNotContainKey("KmsMasterKeyId");
    }

    @Test
    void a_queue_is_made_again_only_as_it_is() {
        var name = Aws.unique("q");
        var queue = create(name, Map.of("MessageRetentionPeriod", "600", "Policy", POLICY));
        assertThat(create(name, Map.of("MessageRetentionPeriod", "600"))).isEqualTo(queue);
        assertThat(create(name, Map.of("Policy", POLICY.replace(":", ": ")))).isEqualTo(queue);
        assertThat(create(name, Map.of())).isEqualTo(queue);
        assertThatExceptionOfType(QueueNameExistsException.class)
                .isThrownBy(() -> create(name, Map.of("MessageRetentionPeriod", "601")))
                .withMessageContaining("different value for attribute MessageRetentionPeriod")
                .satisfies(e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("QueueAlreadyExists"));
        assertThatExceptionOfType(QueueNameExistsException.class)
                .isThrownBy(() -> create(name, Map.of("VisibilityTimeout", "31")));
    }

    @Test
    void tags_are_those_of_the_client() {
        var name = Aws.unique("q");
        var queue = SQS.createQueue(q -> q.queueName(name)
                        .tags(Map.of("team", "shop"))
                        .attributes(Map.of(QueueAttributeName.POLICY, POLICY)))
                .queueUrl();
        assertThat(SQS.listQueueTags(q -> q.queueUrl(queue)).tags()).isEqualTo(Map.of("team", "shop"));
        SQS.untagQueue(q -> q.queueUrl(queue).tagKeys("team"));
        assertThat(SQS.listQueueTags(q -> q.queueUrl(queue)).tags()).isEmpty();
        assertThat(all(queue)).containsEntry("Policy", POLICY);
    }

    @Test
    void content_is_recognized_from_the_moment_that_is_wanted() {
        var queue = Aws.fifoQueue();
        set(queue, "ContentBasedDeduplication", "true");
        for (int i = 0; i < 2; i++) SQS.sendMessage(m -> m.queueUrl(queue).messageBody("same").messageGroupId("g"));
        assertThat(Aws.bodies(queue)).containsExactly("same");
    }

    @Test
    void a_message_longer_than_the_queue_takes_is_refused() {
        var queue = create(Aws.unique("q"), Map.of("MaximumMessageSize", "1024"));
        assertThatNoException().isThrownBy(() -> SQS.sendMessage(m -> m.queueUrl(queue).messageBody("x".repeat(1_024))));
        assertThatExceptionOfType(SqsException.class)
                .isThrownBy(() -> SQS.sendMessage(m -> m.queueUrl(queue).messageBody("x".repeat(1_025))))
                .withMessageContaining("Message must be shorter than 1024 bytes");
    }

    @Test
    void of_a_batch_only_what_is_too_long_is_refused() {
        var queue = create(Aws.unique("q"), Map.of("MaximumMessageSize", "1024"));
        var answer = SQS.sendMessageBatch(b -> b.queueUrl(queue).entries(entry("a", 1_025), entry("b", 1_024)));
        assertThat(answer.successful()).extracting(e -> e.id()).containsExactly("b");
        assertThat(answer.failed()).extracting(e -> e.id() + " " + e.code()).containsExactly("a InvalidParameterValue");
        assertThat(SQS.sendMessageBatch(b -> b.queueUrl(queue).entries(entry("c", 1_025))).failed()).hasSize(1);
        assertThat(Aws.bodies(queue)).hasSize(1);
    }

    private static SendMessageBatchRequestEntry entry(String id, int length) {
        return SendMessageBatchRequestEntry.builder().id(id).messageBody("x".repeat(length)).build();
    }

    private static String create(String name, Map<String, String> attributes) {
        return SQS.createQueue(q -> q.queueName(name).attributesWithStrings(attributes)).queueUrl();
    }

    private static void set(String queue, String name, String value) {
        SQS.setQueueAttributes(q -> q.queueUrl(queue).attributesWithStrings(Map.of(name, value)));
    }

    private static Map<String, String> all(String queue) {
        return some(queue, "All");
    }

    private static Map<String, String> some(String queue, String... names) {
        return SQS.getQueueAttributes(q -> q.queueUrl(queue).attributeNamesWithStrings(Arrays.asList(names)))
                .attributesAsStrings().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
