package dev.fanout.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Tag;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Topics and subscriptions with all that can be set on them, after a kill, a start, and another one. */
@org.junit.jupiter.api.Tag("deep")
@TestInstance(Lifecycle.PER_CLASS)
class KilledTopicsTest {
    private static final String QUEUE = "arn:aws:sqs:us-east-1:000000000000:";
    private static final String FILTER = "{\"order\":{\"total\":[{\"numeric\":[\">\",10]}]}}";
    private static final String REDRIVE = "{\"deadLetterTargetArn\":\"" + QUEUE + "letters\"}";

    private SnsClient sns;
    private SqsClient sqs;
    private LocalStack stack;
    private String orders;
    private String views;
    private String subscription;
    private String certificate;

    @BeforeAll
    void fill_kill_and_start_twice(@TempDir Path folder) throws Exception {
        try (var killed = StackProcess.start(folder)) {
            connect(killed.endpoint());
            fill();
        }
        LocalStack.start(LocalStackSettings.ANY_FREE_PORTS.in(folder)).close();
        stack = LocalStack.start(LocalStackSettings.ANY_FREE_PORTS.in(folder));
        connect(stack.endpoint());
    }

    @AfterAll
    void end() {
        stack.close();
    }

    @Test
    void a_topic_has_its_attributes_and_tags() {
        assertThat(sns.getTopicAttributes(t -> t.topicArn(orders)).attributes())
                .containsEntry("DisplayName", "Orders")
                .containsEntry("SignatureVersion", "2")
                .containsEntry("Policy", "{}");
        assertThat(sns.listTagsForResource(t -> t.resourceArn(orders)).tags()).containsExactly(tag("stage", "test"));
    }

    @Test
    void a_subscription_has_its_attributes_and_obeys_them() {
        assertThat(sns.getSubscriptionAttributes(s -> s.subscriptionArn(subscription)).attributes())
                .containsEntry("FilterPolicy", FILTER)
                .containsEntry("FilterPolicyScope", "MessageBody")
                .containsEntry("RedrivePolicy", REDRIVE)
                .containsEntry("RawMessageDelivery", "true");
        for (var total : new int[] {10, 11}) publishOrder(total);
        assertThat(bodies("letters")).containsExactly(order(11));
    }

    @Test
    void an_id_that_counted_in_its_group_still_does() {
        publishView("one", "id");
        publishView("three", "id");
        assertThat(bodies("views")).containsExactlyInAnyOrder("one", "two", "three");
    }

    @Test
    void the_certificate_is_the_same() {
        sns.publish(p -> p.topicArn(orders).message("{}"));
        assertThat(bodies("enveloped")).allSatisfy(body -> assertThat(body).contains(certificate));
        assertThat(Aws.get(stack.endpoint().resolve("/" + certificate)).statusCode()).isEqualTo(200);
    }

    private void fill() {
        for (var queue : List.of("gone", "letters", "views", "enveloped")) sqs.createQueue(q -> q.queueName(queue));
        var attributes = Map.of("DisplayName", "Orders", "SignatureVersion", "1");
        orders = sns.createTopic(t -> t.name("orders").attributes(attributes).tags(tag("team", "blue")))
                .topicArn();
        sns.setTopicAttributes(t -> t.topicArn(orders).attributeName("SignatureVersion").attributeValue("2"));
        sns.setTopicAttributes(t -> t.topicArn(orders).attributeName("Policy").attributeValue("{}"));
        sns.tagResource(t -> t.resourceArn(orders).tags(tag("stage", "test")));
        sns.untagResource(t -> t.resourceArn(orders).tagKeys("team"));
        subscription = subscribe(orders, "gone", Map.of(
                "FilterPolicyScope", "MessageBody", "FilterPolicy", FILTER,
                "RedrivePolicy", REDRIVE, "RawMessageDelivery", "true"));
        sqs.deleteQueue(q -> q.queueUrl(url("gone")));
        certificate = certificateOfTheFirstSignature();
        views = sns.createTopic(t -> t.name("views.fifo")
                        .attributes(Map.of("FifoTopic", "true", "FifoThroughputScope", "MessageGroup")))
                .topicArn();
        subscribe(views, "views", Map.of("RawMessageDelivery", "true"));
        publishView("one", "id");
        publishView("two", "id");
    }

    private String certificateOfTheFirstSignature() {
        subscribe(orders, "enveloped", Map.of());
        sns.publish(p -> p.topicArn(orders).message("{}"));
        var body = bodies("enveloped").getFirst();
        int start = body.indexOf("SimpleNotificationService-");
        return body.substring(start, body.indexOf('"', start));
    }

    private void publishOrder(int total) {
        sns.publish(p -> p.topicArn(orders).message(order(total)));
    }

    private void publishView(String group, String id) {
        sns.publish(p -> p.topicArn(views).message(group).messageGroupId(group).messageDeduplicationId(id));
    }

    private static String order(int total) {
        return "{\"order\":{\"total\":%d}}".formatted(total);
    }

    private String subscribe(String topic, String queue, Map<String, String> attributes) {
        return sns.subscribe(s -> s.topicArn(topic).protocol("sqs").endpoint(QUEUE + queue).attributes(attributes))
                .subscriptionArn();
    }

    private List<String> bodies(String queue) {
        return sqs.receiveMessage(r -> r.queueUrl(url(queue)).maxNumberOfMessages(10)).messages().stream()
                .map(Message::body)
                .toList();
    }

    private void connect(URI endpoint) {
        sns = Aws.client(SnsClient.builder(), endpoint);
        sqs = Aws.client(SqsClient.builder(), endpoint);
    }

    private static String url(String queue) {
        return "http://localhost/000000000000/" + queue;
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
