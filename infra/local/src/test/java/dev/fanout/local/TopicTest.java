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
import software.amazon.awssdk.services.sns.model.SnsException;
import software.amazon.awssdk.services.sns.model.Topic;

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
    void topics_are_listed() {
        var topic = Topic.builder().topicArn(Aws.topic("listed")).build();
        assertThat(SNS.listTopics().topics()).contains(topic);
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
    void what_the_local_stack_cannot_do_is_said_so() {
        assertThatThrownBy(() -> SNS.listPlatformApplications())
                .isInstanceOf(SnsException.class)
                .hasMessageContaining("ListPlatformApplications is not valid");
    }
}
