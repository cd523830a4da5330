package dev.fanout.local;

import static dev.fanout.local.Aws.SNS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.Subscription;

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
        SNS.setSubscriptionAttributes(
                s -> s.subscriptionArn(arn).attributeName("RawMessageDelivery").attributeValue("true"));
        SNS.publish(p -> p.topicArn(topic).message("raw now"));
        assertThat(Aws.bodies(queue)).containsExactly("raw now");
        assertThat(SNS.getSubscriptionAttributes(s -> s.subscriptionArn(arn)).attributes())
                .containsEntry("RawMessageDelivery", "true")
                .containsEntry("PendingConfirmation", "false");
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

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"a\":\"b\"}", "{\"a\":[]}", "{\"a\":[{\"prefix\":\"b\"}]}"})
    void a_filter_that_would_not_be_obeyed_is_refused(String filter) {
        assertThatThrownBy(() -> Aws.subscribe(topic, queue, Map.of("FilterPolicy", filter)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("FilterPolicy");
    }
}
