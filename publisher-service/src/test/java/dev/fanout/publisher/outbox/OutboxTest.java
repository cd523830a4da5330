package dev.fanout.publisher.outbox;

import static dev.fanout.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.events.EventCodec;
import dev.fanout.events.OrderCreated;
import dev.fanout.events.OrderStatus;
import dev.fanout.events.OutboundMessage;
import dev.fanout.messaging.aws.Naming;
import dev.fanout.publisher.Client;
import dev.fanout.publisher.Ears;
import dev.fanout.publisher.PublisherTest;
import dev.fanout.publisher.aws.Attributes;
import dev.fanout.publisher.aws.Traceparent;
import dev.fanout.topology.Fanout;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@PublisherTest
class OutboxTest {
    private static final Duration LONG_AGO = Duration.ofMinutes(1);

    @Autowired
    private Client client;

    @Autowired
    private Ears ears;

    @Autowired
    private OutboxTable table;

    @Autowired
    private OutboxSettings settings;

    @Autowired
    private DynamoDbClient dynamoDb;

    @Autowired
    private Naming naming;

    private final EventCodec codec = new EventCodec();

    @Test
    void what_was_published_leaves_the_outbox() {
        var id = client.ordered("{\"user_id\":1,\"total\":1}");
        eventually(() -> assertThat(ears.ofOrder(id)).hasSize(1));
        eventually(() -> assertThat(waiting(id)).isEmpty());
    }

    @Test
    void what_a_crash_left_between_commit_and_publish_is_published_and_deleted() {
        var id = UUID.randomUUID().toString();
        var row = row(id, LONG_AGO);
        commit(List.of(row));
        eventually(() -> assertThat(ears.ofOrder(id)).singleElement().satisfies(heard -> {
            assertThat(heard.body()).isEqualTo(row.message().body());
            assertThat(heard.attributes()).isEqualTo(row.message().attributes());
        }));
        eventually(() -> assertThat(waiting(id)).isEmpty());
    }

    @Test
    void more_than_a_page_is_published_to_the_end() {
        var id = UUID.randomUUID().toString();
        var rows = IntStream.range(0, 450).mapToObj(i -> row(id, LONG_AGO.plusMillis(i))).toList();
        for (int from = 0; from < rows.size(); from += 50) commit(rows.subList(from, from + 50));
        eventually(() -> assertThat(ears.ofOrder(id)).hasSizeGreaterThanOrEqualTo(rows.size()));
        assertThat(ears.ofOrder(id)).extracting(Ears.Heard::body)
                .containsAll(rows.stream().map(row -> row.message().body()).toList());
        eventually(() -> assertThat(waiting(id)).isEmpty());
    }

    @Test
    void a_row_comes_back_as_it_was_written() {
        var row = row("some", Duration.ZERO);
        assertThat(OutboxRow.of(new Attributes(row.item()))).isEqualTo(row);
    }

    @Test
    void a_shard_that_another_instance_holds_is_left_to_it() {
        var other = new ShardLeases(dynamoDb, naming, settings, Clock.systemUTC());
        assertThat(other.hold("some-shard")).isTrue();
        var late = new ShardLeases(dynamoDb, naming, settings, Clock.systemUTC());
        assertThat(late.hold("some-shard")).isFalse();
        assertThat(other.hold("some-shard")).isTrue();
    }

    @Test
    void a_released_shard_is_free_at_once() {
        var first = new ShardLeases(dynamoDb, naming, settings, Clock.systemUTC());
        first.hold("released-shard");
        first.release();
        assertThat(new ShardLeases(dynamoDb, naming, settings, Clock.systemUTC()).hold("released-shard")).isTrue();
    }

    @Test
    void a_shard_whose_holder_is_gone_is_taken_over() {
        var gone = Clock.offset(Clock.systemUTC(), settings.lease().plusSeconds(1).negated());
        new ShardLeases(dynamoDb, naming, settings, gone).hold("abandoned-shard");
        assertThat(new ShardLeases(dynamoDb, naming, settings, Clock.systemUTC()).hold("abandoned-shard")).isTrue();
    }

    @Test
    void a_holder_that_was_replaced_notices_at_its_next_renewal() {
        var time = new AtomicReference<>(Instant.now().minus(settings.lease()).minusSeconds(1));
        var replaced = new ShardLeases(dynamoDb, naming, settings, time::get);
        assertThat(replaced.hold("replaced-shard")).isTrue();
        new ShardLeases(dynamoDb, naming, settings, Clock.systemUTC()).hold("replaced-shard");
        time.set(Instant.now());
        assertThat(replaced.hold("replaced-shard")).isFalse();
    }

    private OutboxRow row(String orderId, Duration age) {
        var now = Instant.now().minus(age);
        var event = new OrderCreated(
                UUID.randomUUID(), orderId, 1, BigDecimal.ONE, OrderStatus.PENDING, List.of(), 1, now);
        return OutboxRow.of(Fanout.ORDER_EVENTS, OutboundMessage.of(event, codec, Traceparent.of(null)), now);
    }

    private void commit(List<OutboxRow> rows) {
        var writes = rows.stream().map(table::write).toList();
        dynamoDb.transactWriteItems(transaction -> transaction.transactItems(writes));
    }

    private List<OutboxRow> waiting(String orderId) {
        return IntStream.range(0, OutboxRow.SHARDS)
                .mapToObj(i -> table.olderThan(Instant.now().plusSeconds(60), OutboxRow.shard(i), Map.of()))
                .flatMap(page -> page.rows().stream())
                .filter(row -> row.message().body().contains(orderId))
                .toList();
    }
}
