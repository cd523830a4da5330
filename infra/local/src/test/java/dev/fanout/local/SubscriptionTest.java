package dev.fanout.local;

import static dev.fanout.local.Aws.SNS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.Subscription;

@Tag("deep")
class SubscriptionTest {
    private final String topic = Aws.topic("t");
    private final String queue = Aws.queue();

    @Test
    void subscribing_again_gives_the_same_subscription() {
        assertThat(Aws.subscribeRaw(topic, queue)).isEqualTo(Aws.subscribeRaw(topic, queue));
    }

    @Test
    void subscribing_again_with_other_attributes_is_refused() {
        Aws.subscribeRaw(topic, queue);
        assertThatThrownBy(() -> Aws.subscribe(topic, queue, Map.of("RawMessageDelivery", "false")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("already exists with different attributes");
    }

    @Test
    void subscriptions_are_listed_by_topic() {
        var arn = Aws.subscribeRaw(topic, queue);
        Aws.subscribeRaw(Aws.topic("other"), queue);
        assertThat(SNS.listSubscriptionsByTopic(l -> l.topicArn(topic)).subscriptions())
                .containsExactly(Subscription.builder()
                        .subscriptionArn(arn)
                        .topicArn(topic)
                        .protocol("sqs")
                        .endpoint(Aws.arn(queue))
                        .owner("000000000000")
                        .build());
        assertThat(SNS.listSubscriptions().subscriptions()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void its_attributes_can_be_changed() {
        var arn = Aws.subscribe(topic, queue, Map.of());
        Aws.set(arn, "RawMessageDelivery", "TRUE");
        SNS.publish(p -> p.topicArn(topic).message("raw now"));
        assertThat(Aws.bodies(queue)).containsExactly("raw now");
        assertThat(Aws.subscription(arn)).containsEntry("RawMessageDelivery", "true");
    }

    @Test
    void after_unsubscribing_nothing_comes() {
        var arn = Aws.subscribeRaw(topic, queue);
        SNS.unsubscribe(u -> u.subscriptionArn(arn));
        SNS.publish(p -> p.topicArn(topic).message("unheard"));
        assertThat(Aws.receive(queue)).isEmpty();
    }

    @Test
    void a_fifo_queue_cannot_hear_a_standard_topic() {
        assertThatThrownBy(() -> Aws.subscribeRaw(topic, Aws.fifoQueue()))
                .isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void a_topic_that_is_not_there_cannot_be_heard() {
        assertThatThrownBy(() -> Aws.subscribeRaw(topic + "-not", queue))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void its_arn_is_answered_whether_asked_for_or_not() {
        var endpoint = Aws.arn(queue);
        for (var asked : new boolean[] {true, false})
            assertThat(SNS.subscribe(s -> s.topicArn(topic)
                                    .protocol("sqs")
                                    .endpoint(endpoint)
                                    .returnSubscriptionArn(asked))
                            .subscriptionArn())
                    .startsWith(topic + ":");
    }

    @Test
    void it_shows_what_aws_shows() {
        var arn = Aws.subscribe(topic, queue, Map.of());
        assertThat(Aws.subscription(arn))
                .containsEntry("SubscriptionArn", arn)
                .containsEntry("TopicArn", topic)
                .containsEntry("Protocol", "sqs")
                .containsEntry("Endpoint", Aws.arn(queue))
                .containsEntry("Owner", "000000000000")
                .containsEntry("RawMessageDelivery", "false")
                .containsEntry("ConfirmationWasAuthenticated", "true")
                .containsEntry("PendingConfirmation", "false")
                .containsKey("SubscriptionPrincipal")
                .doesNotContainKeys("FilterPolicy", "FilterPolicyScope", "RedrivePolicy");
    }

    @Test
    void defaults_asked_for_are_what_is_there() {
        var arn = Aws.subscribe(topic, queue, Map.of());
        var defaults = Map.of("RawMessageDelivery", "false", "FilterPolicyScope", "MessageAttributes");
        assertThat(Aws.subscribe(topic, queue, defaults)).isEqualTo(arn);
    }

    @Test
    void unsubscribing_again_is_no_error_but_what_is_no_subscription_is_one() {
        var arn = Aws.subscribeRaw(topic, queue);
        SNS.unsubscribe(u -> u.subscriptionArn(arn));
        SNS.unsubscribe(u -> u.subscriptionArn(arn));
        assertInvalid(() -> SNS.unsubscribe(u -> u.subscriptionArn(topic)), "Invalid parameter: SubscriptionId");
        assertInvalid(
                () -> SNS.unsubscribe(u -> u.subscriptionArn("a:b")),
                "Invalid parameter: SubscriptionArn Reason: An ARN must have at least 6 elements, not 2");
    }

    @Test
    void a_gone_one_has_no_attributes() {
        var arn = Aws.subscribeRaw(topic, queue);
        SNS.unsubscribe(u -> u.subscriptionArn(arn));
        assertThatThrownBy(() -> Aws.set(arn, "RawMessageDelivery", "true"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("Subscription does not exist");
    }

    @Test
    void a_bad_attribute_is_refused_where_it_is_set_and_where_it_is_made() {
        var bad = "RawMessageDelivery: Invalid value [maybe]. Must be true or false.";
        assertInvalid(
                () -> Aws.subscribe(topic, queue, Map.of("RawMessageDelivery", "maybe")),
                "Invalid parameter: Attributes Reason: " + bad);
        var arn = Aws.subscribe(topic, queue, Map.of());
        assertInvalid(() -> Aws.set(arn, "RawMessageDelivery", "maybe"), "Invalid parameter: " + bad);
        assertInvalid(() -> Aws.set(arn, "Colour", "red"), "Invalid parameter: AttributeName");
        assertInvalid(
                () -> Aws.set(arn, "FilterPolicyScope", "Body"),
                "Invalid parameter: FilterPolicyScope: Invalid value [Body]."
                        + " Please use either MessageBody or MessageAttributes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sqs    | http://localhost/q        | SQS endpoint ARN
            pigeon | arn:aws:sqs:us-east-1:0:q | Amazon SNS does not support this protocol string: pigeon
            lambda | arn:aws:lambda:eu:0:f     | Protocol Reason: the local stack delivers to sqs only
            """)
    void only_queues_hear(String protocol, String endpoint, String reason) {
        assertInvalid(
                () -> SNS.subscribe(s -> s.topicArn(topic).protocol(protocol).endpoint(endpoint)),
                "Invalid parameter: " + reason);
    }

    private static void assertInvalid(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(InvalidParameterException.class, e ->
                        assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(message));
    }
}
