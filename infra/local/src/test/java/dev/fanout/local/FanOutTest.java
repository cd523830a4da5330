package dev.fanout.local;

import static dev.fanout.local.Aws.SNS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.InvalidParameterValueException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

class FanOutTest {
    private static final SdkBytes BYTES = SdkBytes.fromByteArray(new byte[] {0, -1});

    private final String topic = Aws.topic("t");
    private final String queue = Aws.queue();

    @Test
    void a_publish_reaches_every_subscribed_queue() {
        var queues = Stream.generate(Aws::queue).limit(6).toList();
        queues.forEach(queue -> Aws.subscribeRaw(topic, queue));
        SNS.publish(p -> p.topicArn(topic).message("hello"));
        assertThat(queues).allSatisfy(queue -> assertThat(Aws.bodies(queue)).containsExactly("hello"));
    }

    @Test
    void a_raw_message_arrives_with_its_attributes() {
        Aws.subscribeRaw(topic, queue);
        SNS.publish(p -> p.topicArn(topic).message("{\"a\":\"ü & <b>\"}").messageAttributes(attributes()));
        var message = Aws.receive(queue).getFirst();
        assertThat(message.body()).isEqualTo("{\"a\":\"ü & <b>\"}");
        assertThat(message.messageAttributes()).hasSize(3)
                .hasEntrySatisfying("text", a -> assertThat(a.stringValue()).isEqualTo("order.created"))
                .hasEntrySatisfying("number", a -> assertThat(a.dataType()).isEqualTo("Number"))
                .hasEntrySatisfying("bytes", a -> assertThat(a.binaryValue()).isEqualTo(BYTES));
    }

    @Test
    void without_raw_delivery_it_arrives_in_an_envelope() throws Exception {
        Aws.subscribe(topic, queue, Map.of());
        var id = SNS.publish(
                        p -> p.topicArn(topic).message("hi").subject("s").messageAttributes(attributes()))
                .messageId();
        var envelope = new ObjectMapper().readTree(Aws.bodies(queue).getFirst());
        assertThat(envelope.at("/Type").asText()).isEqualTo("Notification");
        assertThat(envelope.at("/MessageId").asText()).isEqualTo(id);
        assertThat(envelope.at("/TopicArn").asText()).isEqualTo(topic);
        assertThat(envelope.at("/Message").asText()).isEqualTo("hi");
        assertThat(envelope.at("/Subject").asText()).isEqualTo("s");
        assertThat(envelope.at("/Timestamp").asText()).matches("[0-9-]{10}T[0-9:]{8}\\.[0-9]{3}Z");
        assertThat(envelope.at("/MessageAttributes/text/Value").asText()).isEqualTo("order.created");
    }

    @Test
    void a_filter_lets_its_values_through_and_nothing_else() {
        var filter = "{\"event_type\":[\"order.created\",\"order.updated\"]}";
        Aws.subscribe(topic, queue, Map.of("RawMessageDelivery", "true", "FilterPolicy", filter));
        for (var type : List.of("order.created", "view.recorded", "order.updated"))
            SNS.publish(p ->
                    p.topicArn(topic).message(type).messageAttributes(Map.of("event_type", text(type))));
        SNS.publish(p -> p.topicArn(topic).message("no attribute"));
        assertThat(Aws.bodies(queue)).containsExactlyInAnyOrder("order.created", "order.updated");
    }

    @Test
    void a_raw_message_of_more_than_ten_attributes_is_dropped_as_on_aws() {
        Aws.subscribeRaw(topic, queue);
        SNS.publish(p -> p.topicArn(topic).message("too much").messageAttributes(many(11)));
        SNS.publish(p -> p.topicArn(topic).message("just right").messageAttributes(many(10)));
        assertThat(Aws.bodies(queue)).containsExactly("just right");
    }

    @Test
    void the_group_of_a_message_stays_with_a_standard_topic() {
        Aws.subscribeRaw(topic, queue);
        SNS.publish(p -> p.topicArn(topic).message("m").messageGroupId("g"));
        assertThat(Aws.receive(queue).getFirst().attributes())
                .doesNotContainKey(MessageSystemAttributeName.MESSAGE_GROUP_ID);
    }

    @Test
    void an_envelope_holds_more_than_ten_attributes() {
        Aws.subscribe(topic, queue, Map.of());
        SNS.publish(p -> p.topicArn(topic).message("much").messageAttributes(many(11)));
        assertThat(Aws.envelope(queue).at("/MessageAttributes").size()).isEqualTo(11);
    }

    @Test
    void a_subscribed_queue_that_is_gone_stops_nobody() {
        var gone = Aws.queue();
        Aws.subscribeRaw(topic, gone);
        Aws.subscribeRaw(topic, queue);
        Aws.drop(gone);
        SNS.publish(p -> p.topicArn(topic).message("hello"));
        assertThat(Aws.bodies(queue)).containsExactly("hello");
    }

    @Test
    void a_topic_that_is_not_there_is_named() {
        assertThatThrownBy(() -> SNS.publish(p -> p.topicArn(topic + "-not").message("x")))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("Topic does not exist");
    }

    @Test
    void an_empty_and_a_too_long_message_are_refused() {
        assertThatThrownBy(() -> SNS.publish(p -> p.topicArn(topic).message("")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Empty message");
        assertThatThrownBy(() -> SNS.publish(p -> p.topicArn(topic).message("ü".repeat(128 * 1024 + 1))))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Message too long");
    }

    @Test
    void an_attribute_without_value_or_of_no_known_type_is_refused() {
        var date = MessageAttributeValue.builder().dataType("Date").stringValue("1").build();
        for (var bad : List.of(text(""), date))
            assertThatThrownBy(() -> SNS.publish(
                            p -> p.topicArn(topic).message("x").messageAttributes(Map.of("when", bad))))
                    .isInstanceOf(InvalidParameterValueException.class)
                    .hasMessageContaining("'when'");
    }

    private static Map<String, MessageAttributeValue> attributes() {
        return Map.of(
                "text", text("order.created"),
                "number", MessageAttributeValue.builder().dataType("Number").stringValue("7").build(),
                "bytes", MessageAttributeValue.builder()
                        .dataType("Binary")
                        .binaryValue(BYTES)
                        .build());
    }

    private static Map<String, MessageAttributeValue> many(int count) {
        var many = new HashMap<String, MessageAttributeValue>();
        IntStream.range(0, count).forEach(i -> many.put("a" + i, text("x")));
        return many;
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
    }
}
