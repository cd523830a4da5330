package dev.fanout.cli.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.services.dynamodb.model.KeyType.HASH;
import static software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType.N;

import dev.fanout.cli.aws.AwsEndpoint;
import dev.fanout.cli.aws.AwsFailure;
import dev.fanout.cli.aws.Deployed;
import dev.fanout.cli.console.Screen;
import dev.fanout.testing.FanoutStack;
import dev.fanout.testing.FreePorts;
import dev.fanout.testing.Needs;
import dev.fanout.topology.Fanout;
import dev.fanout.topology.Prefix;
import dev.fanout.topology.Topology;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The topology as the services make it, and then one thing changed. */
@Needs
class ValidationTest {
    private final FanoutStack stack = FanoutStack.get();
    private final Screen screen = new Screen();

    @Test
    void what_the_services_have_made_is_right() {
        var deployed = Deployed.of(Fanout.TOPOLOGY);
        assertThat(validate(deployed)).isZero();
        assertThat(screen.text()).contains(Deployed.ofAll() + " right, 0 not").doesNotContain("missing", "different");
    }

    @Test
    void of_a_prefix_that_nobody_used_everything_is_missing() {
        assertThat(validate(Fanout.TOPOLOGY, new Prefix(stack.uniquePrefix()))).isEqualTo(1);
        assertThat(screen.lines()).filteredOn(line -> line.contains(" missing")).hasSize(Deployed.ofAll());
        assertThat(screen.text()).contains("0 right, " + Deployed.ofAll() + " not");
    }

    @Test
    void a_topic_that_deduplicates_by_content_is_named() {
        var deployed = small();
        stack.sns().setTopicAttributes(set -> set.topicArn(deployed.topicArn("view-events.fifo"))
                .attributeName("ContentBasedDeduplication").attributeValue("true"));
        assertDifferent(deployed, "topic", "view-events.fifo", "ContentBasedDeduplication", "false", "true");
    }

    @Test
    void a_topic_that_is_gone_is_named_and_so_is_what_hung_on_it() {
        var deployed = small();
        stack.sns().deleteTopic(delete -> delete.topicArn(deployed.topicArn("order-events")));
        assertMissing(deployed, "topic", "order-events");
        assertThat(screen.text()).containsPattern("subscription +\\S+order-events to \\S+ +missing");
    }

    @Test
    void a_queue_that_hides_messages_too_shortly_is_named() {
        var deployed = small();
        set(deployed, "choosy-order-events", Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "7"));
        assertDifferent(deployed, "queue", "choosy-order-events", "VisibilityTimeout", "30", "7");
    }

    @Test
    void a_queue_that_gives_up_too_early_or_into_another_is_named() {
        var deployed = small();
        var arn = attribute(deployed, QueueAttributeName.QUEUE_ARN) + "-dlq";
        set(deployed, "choosy-order-events", Map.of(QueueAttributeName.REDRIVE_POLICY,
                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"3\"}".formatted(arn)));
        var dlq = deployed.prefix().of("choosy-order-events-dlq");
        assertDifferent(deployed, "queue", "choosy-order-events", "RedrivePolicy",
                "to " + dlq + " after 100", "to " + dlq + " after 3");
    }

    @Test
    void a_queue_that_forgets_too_early_is_named() {
        var deployed = small();
        set(deployed, "choosy-order-events-dlq", Map.of(QueueAttributeName.MESSAGE_RETENTION_PERIOD, "60"));
        assertDifferent(deployed, "queue", "choosy-order-events-dlq", "MessageRetentionPeriod", "1209600", "60");
    }

    @Test
    void a_queue_that_its_topic_may_not_send_to_is_named() {
        var deployed = small();
        set(deployed, "choosy-order-events", Map.of(QueueAttributeName.POLICY, ""));
        assertDifferent(deployed, "queue", "choosy-order-events", "Policy",
                deployed.prefix().of("order-events") + " may send", "nothing");
    }

    @Test
    void a_queue_whose_policy_is_about_every_queue_is_named_until_it_is_provisioned_again() {
        var deployed = small();
        var arn = attribute(deployed, QueueAttributeName.QUEUE_ARN);
        var policy = attribute(deployed, QueueAttributeName.POLICY);
        set(deployed, "choosy-order-events", Map.of(QueueAttributeName.POLICY, policy.replace(arn, "*")));
        assertDifferent(deployed, "queue", "choosy-order-events", "Policy", "Resource " + arn, "Resource *");

        assertThat(validate(Deployed.under(deployed.prefix().text(), deployed.topology()))).isZero();
        assertThat(attribute(deployed, QueueAttributeName.POLICY)).isEqualTo(policy);
    }

    @Test
    void a_queue_that_is_gone_is_named() {
        var deployed = small();
        stack.sqs().deleteQueue(delete -> delete.queueUrl(deployed.queueUrl("ordered-view-events-dlq.fifo")));
        assertMissing(deployed, "queue", "ordered-view-events-dlq.fifo");
    }

    @Test
    void a_subscription_that_wraps_messages_is_named() {
        var deployed = small();
        set(deployed.subscriptionArn("ordered-view-events.fifo"), "RawMessageDelivery", "false");
        assertDifferent(deployed, "subscription", "view-events.fifo to " + deployed.prefix()
                .of("ordered-view-events.fifo"),
                "RawMessageDelivery", "true", "false");
    }

    @Test
    void a_subscription_that_leaves_out_other_events_is_named() {
        var deployed = small();
        set(deployed.subscriptionArn("choosy-order-events"), "FilterPolicy", "{\"event_type\": [\"order.eaten\"]}");
        assertDifferent(deployed, "subscription", "order-events to " + deployed.prefix().of("choosy-order-events"),
                "FilterPolicy", "{\"event_type\":[\"order.created\"]}", "{\"event_type\":[\"order.eaten\"]}");
    }

    @Test
    void a_filter_that_nobody_wants_is_named() {
        var deployed = small();
        set(deployed.subscriptionArn("ordered-view-events.fifo"), "FilterPolicy", "{\"host_id\":[\"a\"]}");
        assertDifferent(deployed, "subscription", "view-events.fifo to " + deployed.prefix()
                .of("ordered-view-events.fifo"),
                "FilterPolicy", "nothing", "{\"host_id\":[\"a\"]}");
    }

    @Test
    void a_subscription_that_is_gone_is_named() {
        var deployed = small();
        var arn = deployed.subscriptionArn("choosy-order-events");
        stack.sns().unsubscribe(end -> end.subscriptionArn(arn));
        assertMissing(deployed, "subscription", "order-events to " + deployed.prefix().of("choosy-order-events"));
    }

    @Test
    void a_table_that_keeps_its_items_for_ever_is_named() {
        var deployed = small();
        stack.dynamoDb().updateTimeToLive(ttl -> ttl.tableName(deployed.prefix().of("kept"))
                .timeToLiveSpecification(off -> off.attributeName("expires_at").enabled(false)));
        assertDifferent(deployed, "table", "kept", "TTL", "expires_at", "nothing");
    }

    @Test
    void a_table_with_other_keys_and_no_index_is_named() {
        var deployed = small();
        var name = deployed.prefix().of("kept");
        stack.dynamoDb().deleteTable(delete -> delete.tableName(name));
        stack.dynamoDb().waiter().waitUntilTableNotExists(wait -> wait.tableName(name));
        stack.dynamoDb().createTable(create -> create.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(id -> id.attributeName("id").attributeType(N))
                .keySchema(id -> id.attributeName("id").keyType(HASH)));
        assertDifferent(deployed, "table", "kept", "keys", "id HASH S, at RANGE S", "id HASH N");
        assertDifferent(deployed, "table", "kept", "index by-host", "host HASH S, ALL", "nothing");
    }

    @Test
    void a_table_that_is_gone_is_named() {
        var deployed = small();
        stack.dynamoDb().deleteTable(delete -> delete.tableName(deployed.prefix().of("kept")));
        stack.dynamoDb().waiter().waitUntilTableNotExists(wait -> wait.tableName(deployed.prefix().of("kept")));
        assertMissing(deployed, "table", "kept");
    }

    @Test
    void an_endpoint_that_does_not_answer_gives_one_line() {
        var port = FreePorts.next();
        var nowhere = AwsEndpoint.at(URI.create("http://localhost:" + port));
        assertThatThrownBy(() -> Validation.run(Fanout.TOPOLOGY, new Prefix(""), nowhere, screen.plain()))
                .isInstanceOfSatisfying(AwsFailure.class, trouble -> assertThat(trouble.toString().lines())
                        .singleElement().asString()
                        .contains("Nothing answers at http://localhost:" + port)
                        .contains("./fanout up", "AWS_ENDPOINT_URL"));
    }

    private static Deployed small() {
        return Deployed.of(Deployed.SMALL);
    }

    private String attribute(Deployed deployed, QueueAttributeName name) {
        var url = deployed.queueUrl("choosy-order-events");
        var found = stack.sqs().getQueueAttributes(get -> get.queueUrl(url).attributeNames(name));
        return found.attributes().getOrDefault(name, "");
    }

    private void set(Deployed deployed, String queue, Map<QueueAttributeName, String> attributes) {
        stack.sqs().setQueueAttributes(set -> set.queueUrl(deployed.queueUrl(queue)).attributes(attributes));
    }

    private void set(String subscription, String attribute, String value) {
        stack.sns().setSubscriptionAttributes(
                set -> set.subscriptionArn(subscription).attributeName(attribute).attributeValue(value));
    }

    private void assertDifferent(Deployed deployed, String kind, String name, String... columns) {
        assertThat(validate(deployed)).isEqualTo(1);
        var row = "%s|%s|different|%s".formatted(kind, deployed.prefix().of(name), String.join("|", columns));
        assertThat(screen.lines()).map(ValidationTest::cells).contains(row);
    }

    private void assertMissing(Deployed deployed, String kind, String name) {
        assertThat(validate(deployed)).isEqualTo(1);
        assertThat(screen.lines()).map(ValidationTest::cells)
                .contains("%s|%s|missing".formatted(kind, deployed.prefix().of(name)));
    }

    private static String cells(String line) {
        return line.strip().replaceAll(" {2,}", "|");
    }

    private int validate(Deployed deployed) {
        return validate(deployed.topology(), deployed.prefix());
    }

    private int validate(Topology topology, Prefix prefix) {
        return Validation.run(topology, prefix, Deployed.where(), screen.plain());
    }
}
