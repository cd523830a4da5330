package dev.fanout.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.fanout.local.data.UnusableData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** A stack with a data folder is filled, killed and started again; each test looks at one thing after that. */
@Tag("deep")
@TestInstance(Lifecycle.PER_CLASS)
class KilledStackTest {
    private static final int GROUPS = 4;
    private static final int MESSAGES = 200;

    private AwsAccount aws;
    private LocalStack stack;
    private PublishResponse deduplicated;
    private Message inHand;

    @BeforeAll
    void fill_kill_and_start_again(@TempDir Path folder) throws Exception {
        try (var killed = StackProcess.start(folder)) {
            aws = new AwsAccount(killed.endpoint());
            fill();
            GreenMailUtil.sendTextEmail(
                    "anna@example.com", "shop@example.com", "Your order", "Thanks",
                    new ServerSetup(killed.smtpPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            assertThatExceptionOfType(UnusableData.class)
                    .isThrownBy(() -> LocalStack.start(LocalStackSettings.ANY_FREE_PORTS.in(folder)))
                    .withMessageContaining("in use by another local stack");
        }
        stack = LocalStack.start(LocalStackSettings.ANY_FREE_PORTS.in(folder));
        aws = new AwsAccount(stack.endpoint());
    }

    @AfterAll
    void end() {
        stack.close();
    }

    private void fill() {
        aws.fifoTopic("views.fifo");
        aws.topic("orders");
        aws.subscribe("views.fifo", aws.queue("ordered.fifo", Map.of()), Map.of());
        aws.subscribe("views.fifo", aws.queue("swallowed.fifo", Map.of()), Map.of());
        aws.subscribe("orders", aws.queue("standard", Map.of()), Map.of("FilterPolicy", "{\"k\":[\"yes\"]}"));
        aws.queue("in-flight", Map.of("VisibilityTimeout", "1"));
        aws.queue("in-hand", Map.of());
        aws.queue("purged", Map.of());
        aws.queue("set", Map.of("MaximumMessageSize", "2048", "MessageRetentionPeriod", "600"));
        aws.set("set", "MessageRetentionPeriod", "700");
        aws.queue("dropped", Map.of());
        aws.table("stock");
        for (int i = 0; i < MESSAGES; i += 10) publishTen(i);
        for (int i = 0; i < MESSAGES; i++) aws.publish("orders", "o" + i, Map.of("k", "yes"));
        deduplicated = publishFifo("v0");
        aws.purge("swallowed.fifo");
        aws.sendFifo("swallowed.fifo", "deleted", "once");
        aws.delete("swallowed.fifo", aws.receive("swallowed.fifo").getFirst().receiptHandle());
        aws.send("in-flight", "slow");
        assertThat(aws.bodies("in-flight")).containsExactly("slow");
        aws.send("in-hand", "nearly done");
        inHand = aws.receive("in-hand").getFirst();
        aws.queue("dead", Map.of());
        aws.queue("deadly", Map.of("VisibilityTimeout", "0", "RedrivePolicy", AwsAccount.redrive("dead", 1)));
        aws.send("deadly", "poison");
        assertThat(aws.bodies("deadly")).containsExactly("poison");
        assertThat(aws.bodies("deadly")).isEmpty();
        aws.send("purged", "gone");
        aws.purge("purged");
        aws.dropQueue("dropped");
    }

    @Test
    void it_counts_what_it_found() {
        var found = stack.found();
        assertThat(found).isEqualTo(new FoundData(2, 9, 2 * MESSAGES + 3, 1, 1));
        assertThat(Aws.get(stack.endpoint().resolve("/health")).body()).contains("\"queues\":9,\"messages\":403");
        assertThat(found).hasToString("2 topics, 9 queues with 403 messages, 1 table, 1 mail");
    }

    @Test
    void a_fifo_queue_gives_every_message_once_and_in_the_order_of_its_group() {
        var byGroup = drain("ordered.fifo").stream()
                .collect(Collectors.groupingBy(
                        message -> message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID),
                        Collectors.mapping(Message::body, Collectors.toList())));
        for (int group = 0; group < GROUPS; group++)
            assertThat(byGroup.get("g" + group)).isEqualTo(published(group));
    }

    @Test
    void a_standard_queue_gives_every_message_once() {
        assertThat(drain("standard").stream().map(Message::body))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, MESSAGES).mapToObj(i -> "o" + i).toList());
    }

    @Test
    void a_published_deduplication_id_is_still_swallowed_and_answered_alike() {
        var again = publishFifo("v0");
        assertThat(again.messageId()).isEqualTo(deduplicated.messageId());
        assertThat(again.sequenceNumber()).isEqualTo(deduplicated.sequenceNumber());
    }

    @Test
    void a_fifo_queue_still_swallows_the_deduplication_id_of_a_deleted_message() {
        aws.sendFifo("swallowed.fifo", "deleted", "once");
        assertThat(aws.bodies("swallowed.fifo")).isEmpty();
    }

    @Test
    void what_was_in_flight_is_visible_again_after_its_visibility() {
        Awaitility.await().untilAsserted(() -> {
            var again = aws.receive("in-flight");
            assertThat(again).extracting(Message::body).containsExactly("slow");
            assertThat(again.getFirst().attributes())
                    .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "2");
        });
    }

    @Test
    void a_receipt_from_before_is_still_good() {
        assertThat(aws.bodies("in-hand")).isEmpty();
        aws.delete("in-hand", inHand.receiptHandle());
        assertThat(aws.inFlight("in-hand")).isZero();
    }

    @Test
    void a_dead_letter_is_in_its_queue_and_nowhere_else() {
        assertThat(aws.bodies("deadly")).isEmpty();
        assertThat(aws.bodies("dead")).containsExactly("poison");
    }

    @Test
    void what_was_purged_or_dropped_stays_away() {
        assertThat(aws.bodies("purged")).isEmpty();
        assertThat(aws.queues()).noneMatch(url -> url.endsWith("/dropped"));
    }

    @Test
    void a_queue_has_the_attributes_that_it_was_given() {
        assertThat(aws.attributes("set"))
                .containsEntry("MaximumMessageSize", "2048")
                .containsEntry("MessageRetentionPeriod", "700");
    }

    @Test
    void tables_and_items_are_there() {
        assertThat(aws.item("stock", "tea")).isEqualTo(AwsAccount.text("7"));
    }

    private void publishTen(int from) {
        var entries = IntStream.range(from, from + 10)
                .mapToObj(i -> PublishBatchRequestEntry.builder()
                        .id("e" + i)
                        .message("v" + i)
                        .messageGroupId("g" + i % GROUPS)
                        .messageDeduplicationId("v" + i)
                        .build())
                .toList();
        assertThat(aws.publishBatch("views.fifo", entries)).hasSize(10);
    }

    private PublishResponse publishFifo(String id) {
        return aws.publishFifo("views.fifo", "g0", id);
    }

    private static List<String> published(int group) {
        return IntStream.range(0, MESSAGES)
                .filter(i -> i % GROUPS == group)
                .mapToObj(i -> "v" + i)
                .toList();
    }

    private List<Message> drain(String queue) {
        var all = new ArrayList<Message>();
        for (var some = aws.receive(queue); !some.isEmpty(); some = aws.receive(queue)) {
            all.addAll(some);
            some.forEach(message -> aws.delete(queue, message.receiptHandle()));
        }
        return all;
    }
}
