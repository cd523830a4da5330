package dev.fanout.local;

import static dev.fanout.local.Aws.SNS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.pagination.sync.SdkIterable;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.Subscription;
import software.amazon.awssdk.services.sns.model.Topic;

@Tag("deep")
class PagingTest {
    @Test
    void topics_come_a_hundred_a_page_and_each_once() {
        var made = IntStream.range(0, 101).mapToObj(i -> Aws.topic("paged")).toList();
        var pages = SNS.listTopicsPaginator().stream().toList();
        assertThat(pages.getFirst().topics()).hasSize(100);
        assertThat(pages.getLast().nextToken()).isNull();
        var listed = pages.stream().flatMap(page -> page.topics().stream()).map(Topic::topicArn).toList();
        assertThat(listed).doesNotHaveDuplicates().containsAll(made);
    }

    @Test
    void subscriptions_of_a_topic_come_a_hundred_a_page_and_so_do_all() {
        var topic = Aws.topic("t");
        var made = IntStream.range(0, 101).mapToObj(i -> subscribe(topic, "q" + i)).toList();
        var first = SNS.listSubscriptionsByTopic(l -> l.topicArn(topic));
        assertThat(first.subscriptions()).hasSize(100);
        assertThat(arns(SNS.listSubscriptionsByTopicPaginator(l -> l.topicArn(topic)).subscriptions()))
                .containsExactlyInAnyOrderElementsOf(made);
        assertThat(SNS.listSubscriptions().subscriptions()).hasSize(100);
        assertThat(arns(SNS.listSubscriptionsPaginator().subscriptions())).containsAll(made);
    }

    @Test
    void a_page_goes_on_where_the_last_one_ended_though_that_one_is_gone() {
        var topic = Aws.topic("t");
        IntStream.range(0, 102).forEach(i -> subscribe(topic, "q" + i));
        var first = SNS.listSubscriptionsByTopic(l -> l.topicArn(topic));
        var last = first.subscriptions().getLast().subscriptionArn();
        SNS.unsubscribe(u -> u.subscriptionArn(last));
        var second = SNS.listSubscriptionsByTopic(l -> l.topicArn(topic).nextToken(first.nextToken()));
        assertThat(second.subscriptions()).hasSize(2);
    }

    @Test
    void a_token_of_somebody_else_is_refused() {
        assertThatThrownBy(() -> SNS.listTopics(l -> l.nextToken("?")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Invalid parameter: NextToken");
    }

    @Test
    void another_region_lists_its_own() {
        var here = Aws.topic("here");
        try (var elsewhere = Aws.client(SnsClient.builder(), Aws.endpoint(), Region.EU_WEST_1)) {
            var there = elsewhere.createTopic(t -> t.name(Aws.unique("there"))).topicArn();
            assertThat(there).startsWith("arn:aws:sns:eu-west-1:");
            assertThat(elsewhere.listTopics().topics())
                    .extracting(Topic::topicArn)
                    .contains(there)
                    .doesNotContain(here);
        }
    }

    /** Whether the queue is there is nobody's question before something is published. */
    private static String subscribe(String topic, String queue) {
        var arn = "arn:aws:sqs:us-east-1:000000000000:" + queue;
        return SNS.subscribe(s -> s.topicArn(topic).protocol("sqs").endpoint(arn)).subscriptionArn();
    }

    private static List<String> arns(SdkIterable<Subscription> subscriptions) {
        return subscriptions.stream().map(Subscription::subscriptionArn).toList();
    }
}
