package dev.fanout.local;

import static dev.fanout.local.Aws.SNS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.NotFoundException;

@Tag("deep")
class TopicTest {
    @Test
    void creating_a_topic_again_gives_the_same_topic() {
        var name = Aws.unique("t");
        var arn = SNS.createTopic(t -> t.name(name)).topicArn();
        assertThat(arn).isEqualTo("arn:aws:sns:us-east-1:000000000000:" + name);
        assertThat(SNS.createTopic(t -> t.name(name)).topicArn()).isEqualTo(arn);
    }

    @Test
    void creating_it_again_with_other_attributes_is_refused() {
        var name = Aws.unique("t");
        SNS.createTopic(t -> t.name(name));
        var another = Map.of("DisplayName", "another");
        assertThatThrownBy(() -> SNS.createTopic(t -> t.name(name).attributes(another)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("already exists with different attributes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "fifo.fifo", "ü"})
    void a_bad_name_is_refused(String name) {
        assertThatThrownBy(() -> SNS.createTopic(t -> t.name(name)))
                .isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void a_fifo_topic_must_be_called_so() {
        var fifo = Map.of("FifoTopic", "true");
        assertThatThrownBy(() -> SNS.createTopic(t -> t.name("plain").attributes(fifo)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining(".fifo");
    }

    @Test
    void attributes_are_shown_as_they_were_set() {
        var arn = Aws.topic("t");
        SNS.setTopicAttributes(
                t -> t.topicArn(arn).attributeName("DisplayName").attributeValue("<Orders & co>"));
        assertThat(SNS.getTopicAttributes(t -> t.topicArn(arn)).attributes())
                .containsEntry("TopicArn", arn)
                .containsEntry("SubscriptionsConfirmed", "0")
                .containsEntry("DisplayName", "<Orders & co>");
    }

    @Test
    void a_deleted_topic_is_gone_with_its_subscriptions() {
        var arn = Aws.topic("t");
        var subscription = Aws.subscribeRaw(arn, Aws.queue());
        SNS.deleteTopic(t -> t.topicArn(arn));
        SNS.deleteTopic(t -> t.topicArn(arn));
        assertThatThrownBy(() -> SNS.getTopicAttributes(t -> t.topicArn(arn)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> SNS.getSubscriptionAttributes(s -> s.subscriptionArn(subscription)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void attributes_given_at_creation_are_kept() {
        var arn = Aws.fifoTopic(Map.of("DisplayName", "Views", "ContentBasedDeduplication", "true"));
        assertThat(attributes(arn))
                .containsEntry("DisplayName", "Views")
                .containsEntry("ContentBasedDeduplication", "true")
                .containsEntry("FifoTopic", "true");
    }

    @Test
    void it_shows_the_policies_that_aws_gives_every_topic() throws Exception {
        var arn = Aws.topic("t");
        var policy = new ObjectMapper().readTree(attributes(arn).get("Policy"));
        assertThat(policy.at("/Statement/0/Resource").asText()).isEqualTo(arn);
        var delivery = new ObjectMapper().readTree(attributes(arn).get("EffectiveDeliveryPolicy"));
        assertThat(delivery.at("/http/defaultHealthyRetryPolicy/numRetries").asInt()).isEqualTo(3);
    }

    @Test
    void defaults_asked_for_are_what_is_there() {
        var name = Aws.unique("t");
        var arn = SNS.createTopic(t -> t.name(name)).topicArn();
        var defaults = Map.of("DisplayName", "", "FifoTopic", "false", "SignatureVersion", "1");
        assertThat(SNS.createTopic(t -> t.name(name).attributes(defaults)).topicArn()).isEqualTo(arn);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Colour                    | red | AttributeName
            FifoTopic                 | true | AttributeName
            SignatureVersion          | 3 | SignatureVersion: Invalid value [3].
            Policy                    | no JSON | Policy: Invalid value [no JSON].
            ContentBasedDeduplication | true | ContentBasedDeduplication can only be set for FIFO topics
            """)
    void what_a_topic_cannot_have_is_refused(String name, String value, String reason) {
        var arn = Aws.topic("t");
        assertThatThrownBy(() ->
                        SNS.setTopicAttributes(t -> t.topicArn(arn).attributeName(name).attributeValue(value)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Invalid parameter: " + reason);
    }

    @Test
    void what_is_no_arn_is_told_how_many_parts_it_lacks() {
        for (Consumer<String> call : List.<Consumer<String>>of(
                arn -> SNS.getTopicAttributes(t -> t.topicArn(arn)),
                arn -> SNS.deleteTopic(t -> t.topicArn(arn)),
                arn -> SNS.publish(p -> p.topicArn(arn).message("m"))))
            assertThatThrownBy(() -> call.accept("not:an-arn"))
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessageContaining("TopicArn Reason: An ARN must have at least 6 elements, not 2");
    }

    @Test
    void a_name_may_have_256_characters() {
        assertThat(SNS.createTopic(t -> t.name("t".repeat(256))).topicArn()).endsWith("t");
        assertThatThrownBy(() -> SNS.createTopic(t -> t.name("t".repeat(257))))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Invalid parameter: Topic Name");
    }

    private static Map<String, String> attributes(String arn) {
        return SNS.getTopicAttributes(t -> t.topicArn(arn)).attributes();
    }
}
