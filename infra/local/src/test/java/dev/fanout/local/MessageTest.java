package dev.fanout.local;

import static dev.fanout.local.Aws.SNS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.InvalidParameterValueException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/** What a message may be made of. */
@Tag("deep")
class MessageTest {
    private static final int LIMIT = 256 * 1024;

    private final String topic = Aws.topic("t");
    private final String queue = Aws.queue();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"default":"d","sqs":"for queues","email":"e"} | for queues
            {"default":"d","email":"e"}                    | d
            {"default":"d","sqs":{"not":"a text"}}         | d
            """)
    void a_message_can_have_a_body_of_its_own_for_queues(String message, String body) {
        Aws.subscribeRaw(topic, queue);
        publish(p -> p.message(message).messageStructure("json"));
        assertThat(Aws.bodies(queue)).containsExactly(body);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"sqs":"for queues"}      | No default entry in JSON message body
            {"default":{}}            | No default entry in JSON message body
            {"default":               | JSON message body failed to parse
            default                   | JSON message body failed to parse
            """)
    void such_a_message_needs_a_default(String message, String reason) {
        assertThatThrownBy(() -> publish(p -> p.message(message).messageStructure("json")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Invalid parameter: Message Structure - " + reason);
    }

    @Test
    void there_is_no_other_structure() {
        assertThatThrownBy(() -> publish(p -> p.message("m").messageStructure("xml")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Invalid parameter: MessageStructure");
    }

    @Test
    void a_subject_has_a_hundred_characters() {
        Aws.subscribe(topic, queue, Map.of());
        var longest = "!".repeat(99) + " ";
        publish(p -> p.message("m").subject(longest));
        assertThat(Aws.envelope(queue).at("/Subject").asText()).isEqualTo(longest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " space first", "a\nb", "a\tb", "für"})
    void a_subject_is_a_line_of_ascii(String subject) {
        assertInvalid("Subject", p -> p.message("m").subject(subject));
        assertInvalid("Subject", p -> p.message("m").subject("!".repeat(101)));
    }

    @Test
    void all_its_bytes_count() {
        var bytes = SdkBytes.fromByteArray(new byte[100]);
        var attribute = MessageAttributeValue.builder().dataType("Binary").binaryValue(bytes).build();
        var rest = LIMIT - "nameBinary".length() - 100;
        publish(p -> p.message("x".repeat(rest)).messageAttributes(Map.of("name", attribute)));
        assertInvalid(
                "Message too long",
                p -> p.message("x".repeat(rest + 1)).messageAttributes(Map.of("name", attribute)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a^b | Invalid non-alphanumeric character '#x5E' was found in the message attribute name.
            .a  | Invalid message attribute name starting with character '.' was found.
            a.  | Invalid message attribute name ending with character '.' was found.
            a..b | Message attribute name can not have successive '.' character.
            """)
    void an_attribute_must_have_a_good_name(String name, String reason) {
        assertBadAttribute(reason, name, MessageAttributeValue.builder().dataType("String").stringValue("v"));
    }

    @Test
    void an_attribute_must_have_a_short_name() {
        assertBadAttribute(
                "Length of message attribute name must be less than 256 bytes.",
                "a".repeat(257),
                MessageAttributeValue.builder().dataType("String").stringValue("v"));
    }

    @Test
    void an_attribute_must_have_a_value_of_its_type() {
        var bytes = SdkBytes.fromUtf8String("v");
        assertBadAttribute(
                "The message attribute 'k' with type 'Number' must use field 'String'.",
                "k",
                MessageAttributeValue.builder().dataType("Number").binaryValue(bytes));
        assertBadAttribute(
                "The message attribute 'k' with type 'Binary' must use field 'Binary'.",
                "k",
                MessageAttributeValue.builder().dataType("Binary").stringValue("v"));
        assertBadAttribute(
                "must contain non-empty message attribute value for message attribute type 'String'.",
                "k",
                MessageAttributeValue.builder().dataType("String"));
    }

    private void assertBadAttribute(String reason, String name, MessageAttributeValue.Builder attribute) {
        assertThatThrownBy(() -> publish(p -> p.message("m").messageAttributes(Map.of(name, attribute.build()))))
                .isInstanceOf(InvalidParameterValueException.class)
                .hasMessageContaining(reason);
    }

    private void assertInvalid(String reason, Consumer<PublishRequest.Builder> message) {
        assertThatThrownBy(() -> publish(message))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Invalid parameter: " + reason);
    }

    private void publish(Consumer<PublishRequest.Builder> message) {
        SNS.publish(p -> message.accept(p.topicArn(topic)));
    }
}
