package dev.fanout.publisher.orders;

import static dev.fanout.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.events.OrderLine;
import dev.fanout.messaging.aws.Naming;
import dev.fanout.publisher.Client;
import dev.fanout.publisher.Ears;
import dev.fanout.publisher.PublisherTest;
import dev.fanout.publisher.Together;
import dev.fanout.topology.Fanout;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Put;

@PublisherTest
class IdempotencyTest {
    private static final String ORDER = "{\"user_id\":42,\"total\":19.98,\"items\":[{\"sku\":\"tea\",\"quantity\":2}]}";
    private static final String KEY = "Idempotency-Key";

    @Autowired
    private Client client;

    @Autowired
    private Ears ears;

    @Autowired
    private DynamoDbClient dynamoDb;

    @Autowired
    private Naming naming;

    @Test
    void a_repetition_gets_the_first_answer_and_places_nothing() {
        var first = client.post("/orders", ORDER, KEY, "again");
        client.patch(first.header("Location"), "{\"status\":\"confirmed\"}");
        var again = client.post("/orders", ORDER, KEY, "again");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.headers().containsHeader("Idempotency-Replayed")).isFalse();
    }

    @Test
    void the_same_order_in_another_layout_is_the_same_request() {
        var first = client.post("/orders", ORDER, KEY, "layout");
        var again = client.post(
                "/orders",
                """
                {"items": [{"quantity": 1, "sku": "tea"}, {"sku": "tea", "quantity": 1}], "total": 19.98, "user_id": 42}
                """,
                KEY,
                "layout");
        assertThat(again.body()).isEqualTo(first.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"user_id\":43,\"total\":19.98,\"items\":[{\"sku\":\"tea\",\"quantity\":2}]}",
        "{\"user_id\":42,\"total\":19.99,\"items\":[{\"sku\":\"tea\",\"quantity\":2}]}",
        "{\"user_id\":42,\"total\":19.98,\"items\":[{\"sku\":\"tea\",\"quantity\":3}]}",
        "{\"user_id\":42,\"total\":19.98}",
    })
    void another_order_under_the_same_key_is_422(String other) {
        client.post("/orders", ORDER, KEY, "other");
        var answer = client.post("/orders", other, KEY, "other");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fields()).containsExactly(KEY);
    }

    @Test
    void twenty_at_once_with_one_key_place_one_order() {
        var answers = Together.times(
                20, _ -> client.post("/orders", "{\"user_id\":777,\"total\":1}", KEY, "race"));
        assertThat(answers).extracting(Client.Answer::status).containsOnly(201);
        assertThat(answers).extracting(Client.Answer::body).containsOnly(answers.getFirst().body());
        assertThat(answers).filteredOn(a -> a.headers().containsHeader("Idempotency-Replayed")).hasSize(19);
        assertThat(client.get("/orders?user_id=777").<List<String>>at("$.orders[*].order_id")).hasSize(1);
        var later = client.ordered("{\"user_id\":777,\"total\":1}");
        eventually(() -> assertThat(ears.ofOrder(later)).hasSize(1));
        assertThat(ears.ofOrder(answers.getFirst().at("$.order_id"))).hasSize(1);
    }

    @Test
    void an_expired_key_is_free_though_its_item_is_still_there() {
        known("expired", Instant.now().minusSeconds(2));
        var answer = client.post("/orders", ORDER, KEY, "expired");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.headers().containsHeader("Idempotency-Replayed")).isFalse();
        assertThat(client.post("/orders", ORDER, KEY, "expired").body()).isEqualTo(answer.body());
    }

    @Test
    void a_key_lives_until_it_expires() {
        known("alive", Instant.now().plusSeconds(60));
        assertThat(client.post("/orders", ORDER, KEY, "alive").header("Idempotency-Replayed")).isEqualTo("true");
    }

    private void known(String name, Instant expires) {
        var order = Order.placed(UUID.randomUUID(), 42, new BigDecimal("19.98"), List.of(new OrderLine("tea", 2)),
                Instant.now());
        var table = naming.physical(Fanout.IDEMPOTENCY_KEYS.name());
        Put put = IdempotencyKeyRow.put(table, IdempotencyKey.of(name, order, expires), Instant.now());
        dynamoDb.putItem(known -> known.tableName(table).item(put.item()));
    }
}
