package dev.fanout.local;

import static dev.fanout.local.Aws.SNS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

@Tag("deep")
class SubscriptionRedriveTest {
    private final String topic = Aws.topic("t");
    private final String deadLetters = Aws.queue();

    @Test
    void what_a_gone_queue_cannot_take_goes_to_the_dead_letters_as_it_was() {
        subscribeAndDrop(topic, Aws.queue(), Map.of("RawMessageDelivery", "true"));
        SNS.publish(p -> p.topicArn(topic).message("m").messageAttributes(Map.of("k", text("v"))));
        var letter = Aws.receive(deadLetters).getFirst();
        assertThat(letter.body()).isEqualTo("m");
        assertThat(letter.messageAttributes())
                .hasEntrySatisfying("k", attribute -> assertThat(attribute.stringValue()).isEqualTo("v"));
    }

    @Test
    void without_raw_delivery_the_dead_letter_has_its_envelope() {
        subscribeAndDrop(topic, Aws.queue(), Map.of());
        SNS.publish(p -> p.topicArn(topic).message("m"));
        assertThat(Aws.envelope(deadLetters).at("/Message").asText()).isEqualTo("m");
    }

    @Test
    void others_hear_it_all_the_same_and_the_filter_counts_for_dead_letters_too() {
        subscribeAndDrop(topic, Aws.queue(), Map.of("FilterPolicy", "{\"k\":[\"v\"]}"));
        var other = Aws.queue();
        Aws.subscribeRaw(topic, other);
        SNS.publish(p -> p.topicArn(topic).message("m"));
        assertThat(Aws.bodies(other)).containsExactly("m");
        assertThat(Aws.receive(deadLetters)).isEmpty();
    }

    @Test
    void a_queue_that_is_there_leaves_nothing_for_the_dead_letters() {
        var queue = Aws.queue();
        Aws.subscribe(topic, queue, redrive(deadLetters));
        SNS.publish(p -> p.topicArn(topic).message("m"));
        assertThat(Aws.receive(queue)).hasSize(1);
        assertThat(Aws.receive(deadLetters)).isEmpty();
    }

    @Test
    void where_the_dead_letters_are_gone_too_the_publish_is_answered() {
        subscribeAndDrop(topic, Aws.queue(), Map.of());
        Aws.drop(deadLetters);
        assertThat(SNS.publish(p -> p.topicArn(topic).message("m")).messageId()).isNotEmpty();
    }

    @Test
    void fifo_dead_letters_keep_their_order_and_their_ids() {
        var fifo = Aws.fifoTopic(Map.of());
        var letters = Aws.fifoQueue();
        subscribeAndDrop(fifo, Aws.fifoQueue(), with(redrive(letters), "RawMessageDelivery", "true"));
        for (var body : new String[] {"a", "b", "c"})
            SNS.publish(p -> p.topicArn(fifo).message(body).messageGroupId("g").messageDeduplicationId(body));
        var received = Aws.receive(letters);
        assertThat(received).extracting(Message::body).containsExactly("a", "b", "c");
        assertThat(received.getFirst().attributes())
                .containsEntry(MessageSystemAttributeName.MESSAGE_GROUP_ID, "g")
                .containsEntry(MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID, "a");
    }

    @Test
    void the_policy_is_shown_and_can_be_taken_away() {
        var subscription = Aws.subscribe(topic, Aws.queue(), redrive(deadLetters));
        assertThat(Aws.subscription(subscription)).containsAllEntriesOf(redrive(deadLetters));
        Aws.set(subscription, "RedrivePolicy", "");
        assertThat(Aws.subscription(subscription)).doesNotContainKey("RedrivePolicy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"deadLetterTargetArn\":\"q\"}", "{\"deadLetterTargetArn\":\"arn:aws:sns:a:b:c\"}"})
    void it_needs_the_arn_of_a_queue(String policy) {
        var subscription = Aws.subscribe(topic, Aws.queue(), Map.of());
        assertInvalid(subscription, policy, "deadLetterTargetArn is an invalid arn");
    }

    @Test
    void it_needs_json_and_a_queue_of_the_same_kind() throws Exception {
        var subscription = Aws.subscribe(topic, Aws.queue(), Map.of());
        assertInvalid(subscription, "invalid", "failed to parse JSON.");
        assertInvalid(subscription, policy(Aws.fifoQueue()), "must use a standard queue");
        var inOrder = Aws.subscribe(Aws.fifoTopic(Map.of()), Aws.fifoQueue(), Map.of());
        assertInvalid(
                inOrder,
                policy(deadLetters),
                "must use a FIFO queue as DLQ for a FIFO Subscription to a FIFO Topic.");
    }

    private void subscribeAndDrop(String to, String queue, Map<String, String> attributes) {
        var all = new HashMap<>(redrive(deadLetters));
        all.putAll(attributes);
        Aws.subscribe(to, queue, all);
        Aws.drop(queue);
    }

    private static void assertInvalid(String subscription, String policy, String reason) {
        assertThatThrownBy(() -> Aws.set(subscription, "RedrivePolicy", policy))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Invalid parameter: RedrivePolicy: " + reason);
    }

    private static Map<String, String> redrive(String queue) {
        return Map.of("RedrivePolicy", policy(queue));
    }

    private static String policy(String queue) {
        return new ObjectMapper().createObjectNode().put("deadLetterTargetArn", Aws.arn(queue)).toString();
    }

    private static Map<String, String> with(Map<String, String> attributes, String name, String value) {
        var all = new HashMap<>(attributes);
        all.put(name, value);
        return all;
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
    }
}
