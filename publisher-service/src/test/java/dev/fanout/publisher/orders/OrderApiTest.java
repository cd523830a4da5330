package dev.fanout.publisher.orders;

import static dev.fanout.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.publisher.Client;
import dev.fanout.publisher.Ears;
import dev.fanout.publisher.PublisherTest;
import dev.fanout.publisher.Together;
import dev.fanout.web.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PublisherTest
class OrderApiTest {
    private static final String ORDER =
            """
            {"user_id":42,"total":20,"items":[{"sku":"tea","quantity":2},{"sku":"cup","quantity":1},\
            {"sku":"tea","quantity":1}]}""";
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Autowired
    private Client client;

    @Autowired
    private Ears ears;

    @Test
    void a_placed_order_is_answered_with_its_place_and_state() {
        var answer = client.post("/orders", ORDER);
        assertThat(answer.status()).isEqualTo(201);
        String id = answer.at("$.order_id");
        assertThat(answer.header("Location")).isEqualTo("/orders/" + id);
        assertThat(answer.body()).contains("\"total\":20.00").contains("\"status\":\"pending\"");
        assertThat(answer.<List<Map<String, Object>>>at("$.items"))
                .containsExactly(Map.of("sku", "cup", "quantity", 1), Map.of("sku", "tea", "quantity", 3));
        assertThat(answer.<Map<String, Object>>at("$")).containsOnlyKeys(
                "order_id", "user_id", "total", "status", "items", "version", "created_at", "updated_at");
        assertThat(client.get("/orders/" + id).body()).isEqualTo(answer.body());
    }

    @Test
    void a_placed_order_is_published_with_its_attributes() {
        String id = client.post("/orders", ORDER, "traceparent", TRACE).at("$.order_id");
        eventually(() -> assertThat(ears.ofOrder(id)).hasSize(1));
        var heard = ears.ofOrder(id).getFirst();
        assertThat(heard.body()).contains("\"total\":20.00", "\"version\":1", "\"status\":\"pending\"");
        assertThat(heard.attributes()).containsEntry("event_type", "order.created").containsEntry("traceparent", TRACE);
    }

    @Test
    void an_invalid_trace_is_replaced_by_a_new_one() {
        String id = client.post("/orders", ORDER, "traceparent", "00-zz").at("$.order_id");
        eventually(() -> assertThat(ears.ofOrder(id)).singleElement().satisfies(heard ->
                assertThat(heard.attributes().get("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")));
    }

    @Test
    void a_moved_order_is_published_with_its_next_version() {
        var id = client.ordered(ORDER);
        var answer = client.patch("/orders/" + id, "{\"status\":\"confirmed\"}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.<Integer>at("$.version")).isEqualTo(2);
        eventually(() -> assertThat(ears.ofOrder(id)).anySatisfy(heard -> {
            assertThat(heard.attributes()).containsEntry("event_type", "order.updated");
            assertThat(heard.json()).containsEntry("version", 2).containsEntry("status", "confirmed");
        }));
    }

    @Test
    void the_same_status_again_is_answered_and_not_published() {
        var id = client.ordered(ORDER);
        client.patch("/orders/" + id, "{\"status\":\"confirmed\"}");
        var again = client.patch("/orders/" + id, "{\"status\":\"confirmed\"}");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.<Integer>at("$.version")).isEqualTo(2);
        client.patch("/orders/" + id, "{\"status\":\"shipped\"}");
        eventually(() -> assertThat(ears.ofOrder(id)).extracting(heard -> heard.json().get("version"))
                .containsExactlyInAnyOrder(1, 2, 3));
    }

    @Test
    void an_illegal_move_is_a_conflict_that_names_the_status() {
        var id = client.ordered(ORDER);
        client.patch("/orders/" + id, "{\"status\":\"cancelled\"}");
        var answer = client.patch("/orders/" + id, "{\"status\":\"shipped\"}");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.fields()).containsExactly("status");
        assertThat(answer.<String>at("$.detail")).isEqualTo("status cannot become shipped: the order is cancelled");
    }

    @Test
    void moves_that_race_are_decided_one_after_the_other() {
        for (int round = 0; round < 10; round++) {
            var id = client.ordered(ORDER);
            var answers = Together.times(8, i -> client.patch(
                    "/orders/" + id, i % 2 == 0 ? "{\"status\":\"confirmed\"}" : "{\"status\":\"cancelled\"}"));
            assertThat(answers).extracting(Client.Answer::status).isSubsetOf(200, 409);
            int version = client.get("/orders/" + id).at("$.version");
            eventually(() -> assertThat(ears.ofOrder(id)).hasSize(version));
            assertThat(ears.ofOrder(id)).extracting(heard -> heard.json().get("version")).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_missing_order_is_404() {
        for (var id : List.of("6ba7b810-9dad-41d1-80b4-00c04fd430c8", "no-uuid", "x".repeat(300))) {
            assertThat(client.get("/orders/" + id).status()).isEqualTo(404);
            var answer = client.patch("/orders/" + id, "{\"status\":\"confirmed\"}");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.fields()).containsExactly("order_id");
        }
    }

    @Test
    void a_users_orders_are_listed_with_the_newest_first() {
        var order = "{\"user_id\":4711,\"total\":1}";
        var ids = List.of(client.ordered(order), client.ordered(order), client.ordered(order));
        assertThat(client.get("/orders?user_id=4711").<List<String>>at("$.orders[*].order_id"))
                .containsExactlyElementsOf(ids.reversed());
        assertThat(client.get("/orders?user_id=4711&limit=2").<List<String>>at("$.orders[*].order_id"))
                .containsExactlyElementsOf(ids.reversed().subList(0, 2));
        assertThat(client.get("/orders?user_id=4712").<List<String>>at("$.orders")).isEmpty();
    }

    @Test
    void pages_cover_every_order_of_a_user_once_and_nobody_elses() {
        var ids = Stream.generate(() -> client.ordered("{\"user_id\":4713,\"total\":1}")).limit(5).toList();
        client.ordered("{\"user_id\":4714,\"total\":1}");
        var found = new ArrayList<String>();
        var page = client.get("/orders?user_id=4713&limit=2");
        while (page.body().contains("\"next\"")) {
            found.addAll(page.<List<String>>at("$.orders[*].order_id"));
            page = client.get("/orders?user_id=4713&limit=2&after=" + page.<String>at("$.next"));
        }
        found.addAll(page.<List<String>>at("$.orders[*].order_id"));
        assertThat(found).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(page.<List<String>>at("$.orders")).hasSize(1);
    }

    @Test
    void a_cursor_that_no_page_has_told_is_refused() {
        var ours = Cursor.next("orders", Optional.of("yesterday#none"));
        for (var after : List.of("x", "AAAA", "A".repeat(3000), String.valueOf(ours)))
            assertThat(client.get("/orders?user_id=1&after=" + after).fields()).containsExactly("after");
    }
}
