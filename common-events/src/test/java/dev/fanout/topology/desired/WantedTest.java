package dev.fanout.topology.desired;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.topology.Fanout;
import dev.fanout.topology.Prefix;
import dev.fanout.topology.Service;
import dev.fanout.topology.Subscription;
import dev.fanout.topology.Topology;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WantedTest {
    private static final Arns ARNS = new Arns() {
        @Override
        public String ofTopic(String name) {
            return "topic:" + name;
        }

        @Override
        public String ofQueue(String name) {
            return "queue:" + name;
        }
    };

    private final DesiredTopology desired = DesiredTopology.of(Fanout.TOPOLOGY, new Prefix("a-"));

    @Test
    void every_name_begins_with_the_prefix() {
        assertThat(desired.topics()).extracting(DesiredTopic::name).contains("a-order-events", "a-view-events.fifo");
        assertThat(desired.tables()).extracting(DesiredTable::name).contains("a-message-completed", "a-orders");
        assertThat(desired.subscriptions())
                .contains(new DesiredSubscription(
                        "a-order-events", "a-email-order-events", Map.of("RawMessageDelivery", "true")));
    }

    @Test
    void a_dead_letter_queue_comes_before_its_queue() {
        var names = desired.queues().stream().map(DesiredQueue::name).toList();
        assertThat(names).hasSize(2 * Fanout.TOPOLOGY.subscriptions().size());
        assertThat(names.indexOf("a-email-order-events-dlq")).isLessThan(names.indexOf("a-email-order-events"));
    }

    @Test
    void a_queue_takes_what_its_topic_sends_and_gives_up_after_many_receives() {
        assertThat(attributes("a-email-order-events")).isEqualTo(Map.of(
                "MessageRetentionPeriod", "345600",
                "VisibilityTimeout", "30",
                "RedrivePolicy", "{\"deadLetterTargetArn\":\"queue:a-email-order-events-dlq\",\"maxReceiveCount\":100}",
                "Policy", "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\","
                        + "\"Principal\":{\"Service\":\"sns.amazonaws.com\"},\"Action\":\"sqs:SendMessage\","
                        + "\"Resource\":\"queue:a-email-order-events\","
                        + "\"Condition\":{\"ArnEquals\":{\"aws:SourceArn\":\"topic:a-order-events\"}}}}"));
        assertThat(attributes("a-email-order-events-dlq")).isEqualTo(Map.of("MessageRetentionPeriod", "1209600"));
    }

    @Test
    void order_is_kept_group_by_group() {
        assertThat(attributes("a-auditor-a-view-events-dlq.fifo")).containsAllEntriesOf(Map.of(
                "FifoQueue", "true", "DeduplicationScope", "messageGroup", "FifoThroughputLimit", "perMessageGroupId"));
        assertThat(attributes("a-auditor-a-view-events.fifo")).containsEntry("FifoQueue", "true");
        assertThat(desired.topics()).contains(new DesiredTopic("a-view-events.fifo", Map.of(
                "FifoTopic", "true", "ContentBasedDeduplication", "false", "FifoThroughputScope", "MessageGroup")));
    }

    @Test
    void a_filter_is_written_in_one_order_always() {
        var filter = Map.of("event_type", List.of("order.created"), "a", List.of("1"), "z", List.of("2"));
        var choosy = new Subscription("choosy", Fanout.ORDER_EVENTS, false, filter, 5);
        var service = Service.service("choosy", 0).subscribesTo(choosy);
        assertThat(DesiredTopology.of(new Topology(List.of(service), List.of()), new Prefix("")).subscriptions())
                .singleElement()
                .satisfies(heard -> assertThat(heard.attributes()).containsEntry(
                        "FilterPolicy", "{\"a\":[\"1\"],\"event_type\":[\"order.created\"],\"z\":[\"2\"]}"));
    }

    @Test
    void a_table_declares_what_is_in_a_key_and_nothing_twice() {
        assertThat(desired.tables()).filteredOn(table -> table.name().equals("a-orders")).singleElement()
                .satisfies(orders -> assertThat(orders.keyAttributes()).containsExactly("order_id", "user", "created"));
    }

    private Map<String, String> attributes(String queue) {
        return desired.queues().stream()
                .filter(found -> found.name().equals(queue))
                .findFirst()
                .orElseThrow()
                .attributes(ARNS);
    }
}
