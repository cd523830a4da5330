package dev.fanout.publisher;

import static dev.fanout.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.messaging.aws.Naming;
import dev.fanout.topology.Fanout;
import dev.fanout.topology.Table;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Each is a problem that names the field; after all of them, nothing was stored and nothing was published. */
@PublisherTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
    @Autowired
    private Client client;

    @Autowired
    private Ears ears;

    @Autowired
    private DynamoDbClient dynamoDb;

    @Autowired
    private Naming naming;

    private Set<Map<String, AttributeValue>> stored = Set.of();
    private int ordersTold;
    private int viewsTold;

    @BeforeAll
    void count() {
        tellOneOfEach();
        stored = stored();
        ordersTold = ears.countOfOrders();
        viewsTold = ears.countOfViews();
    }

    @AfterAll
    void nothing_was_stored_and_nothing_was_published() {
        // Fewer may be there: a key that another test has stored may expire meanwhile.
        assertThat(stored).containsAll(stored());
        // What was published before these is heard before them.
        tellOneOfEach();
        assertThat(ears.countOfOrders()).isEqualTo(ordersTold + 1);
        assertThat(ears.countOfViews()).isEqualTo(viewsTold + 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"total":1}                                                    | user_id
        {"user_id":null,"total":1}                                     | user_id
        {"user_id":0,"total":1}                                        | user_id
        {"user_id":-1,"total":1}                                       | user_id
        {"user_id":"42","total":1}                                     | user_id
        {"user_id":1.5,"total":1}                                      | user_id
        {"user_id":9223372036854775808,"total":1}                      | user_id
        {"user_id":1}                                                  | total
        {"user_id":1,"total":null}                                     | total
        {"user_id":1,"total":-0.01}                                    | total
        {"user_id":1,"total":1.999}                                    | total
        {"user_id":1,"total":1000000000}                               | total
        {"user_id":1,"total":1e9}                                      | total
        {"user_id":1,"total":1e2147483647}                             | total
        {"user_id":1,"total":1e-2147483647}                            | total
        {"user_id":1,"total":"19.98"}                                  | total
        {"user_id":1,"total":true}                                     | total
        {"user_id":1,"total":1,"items":{}}                             | items
        {"user_id":1,"total":1,"items":"tea"}                          | items
        {"user_id":1,"total":1,"items":[null]}                         | items[0]
        {"user_id":1,"total":1,"items":["tea"]}                        | items[0]
        {"user_id":1,"total":1,"items":[{"quantity":1}]}               | items[0].sku
        {"user_id":1,"total":1,"items":[{"sku":"","quantity":1}]}      | items[0].sku
        {"user_id":1,"total":1,"items":[{"sku":"a b","quantity":1}]}   | items[0].sku
        {"user_id":1,"total":1,"items":[{"sku":"tée","quantity":1}]}   | items[0].sku
        {"user_id":1,"total":1,"items":[{"sku":5,"quantity":1}]}       | items[0].sku
        {"user_id":1,"total":1,"items":[{"sku":"a"}]}                  | items[0].quantity
        {"user_id":1,"total":1,"items":[{"sku":"a","quantity":0}]}     | items[0].quantity
        {"user_id":1,"total":1,"items":[{"sku":"a","quantity":-1}]}    | items[0].quantity
        {"user_id":1,"total":1,"items":[{"sku":"a","quantity":1000001}]} | items[0].quantity
        {"user_id":1,"total":1,"items":[{"sku":"a","quantity":1},{"sku":"b","quantity":"2"}]} | items[1].quantity
        {"user_id":1,"total":1,"items":[{"sku":"a","quantity":1.5}]}   | items[0].quantity
        {"user_id":1,"total":1,"items":[{"sku":"a","quantity":1,"price":2}]} | items[0].price
        {"user_id":1,"total":1,"items":[{"sku":"a","quantity":600000},{"sku":"a","quantity":600000}]} | items
        {"user_id":1,"total":1,"status":"shipped"}                     | status
        {"user_id":1,"userId":1,"total":1}                             | userId
        {"user_id":1,"total":1                                         | $
        []                                                             | $
        null                                                           | $
        """)
    void a_bad_order_is_400(String body, String field) {
        var answer = client.post("/orders", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.fields()).containsOnly(field);
    }

    @Test
    void too_many_lines_or_too_long_a_sku_is_400() {
        var line = "{\"sku\":\"a\",\"quantity\":1}";
        var lines = "{\"user_id\":1,\"total\":1,\"items\":[" + (line + ",").repeat(50) + line + "]}";
        assertThat(client.post("/orders", lines).fields()).containsExactly("items");
        var sku = lines.replace("\"a\"", "\"" + "a".repeat(65) + "\"");
        assertThat(client.post("/orders", sku).fields()).as("what stands in it is not looked at").containsExactly("items");
        var long1 = "{\"user_id\":1,\"total\":1,\"items\":[{\"sku\":\"" + "a".repeat(65) + "\",\"quantity\":1}]}";
        assertThat(client.post("/orders", long1).fields()).containsExactly("items[0].sku");
    }

    @Test
    void a_body_of_a_megabyte_is_413() {
        var answer = client.post("/orders", "{\"user_id\":1,\"total\":1," + " ".repeat(1_000_000) + "\"items\":[]}");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.fields()).containsExactly("$");
    }

    @ParameterizedTest
    @CsvSource({"POST, /orders", "PATCH, /orders/6ba7b810-9dad-41d1-80b4-00c04fd430c8", "POST, /views"})
    void another_content_type_is_415(String method, String path) {
        var answer = client.send(HttpMethod.valueOf(method), path, "status=x", "Content-Type", "text/plain");
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.fields()).containsExactly("Content-Type");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {}                               | status
        {"status":null}                  | status
        {"status":"lost"}                | status
        {"status":"PENDING"}             | status
        {"status":1}                     | status
        {"status":""}                    | status
        {"status":" confirmed"}          | status
        {"status":"confirmed "}          | status
        {"status":"shipped","total":5}   | total
        """)
    void a_bad_move_is_400_and_the_allowed_are_named(String body, String field) {
        var answer = client.patch("/orders/6ba7b810-9dad-41d1-80b4-00c04fd430c8", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fields()).containsExactly(field);
        if (body.contains("lost")) assertThat(answer.body()).contains("one of pending, confirmed, shipped, cancelled");
    }

    @Test
    void a_bad_idempotency_key_is_400() {
        refusedKey("");
        refusedKey("k".repeat(129));
        refusedKey("a", "b");
    }

    @Test
    void an_answer_that_the_client_cannot_take_is_refused_before_the_order() {
        for (var accept : new String[] {"application/xml", "image/png", "garbage"}) {
            var order = client.send(HttpMethod.POST, "/orders", "{\"user_id\":1,\"total\":1}", "Accept", accept);
            assertThat(order.status()).isEqualTo(406);
            assertThat(order.fields()).containsExactly("Accept");
            var view = "{\"host_id\":\"h\",\"content_id\":\"c\",\"ad_id\":\"a\"}";
            assertThat(client.send(HttpMethod.POST, "/views", view, "Accept", accept).status()).isEqualTo(406);
        }
    }

    @Test
    void too_many_views_are_refused_by_their_number_alone() {
        for (var element : new String[] {"null", "{}", "[]", "1"}) {
            var answer = client.post("/views/batch", "{\"views\":[" + (element + ",").repeat(100_000) + element + "]}");
            assertThat(answer.status()).isEqualTo(400);
        }
        assertThat(client.post("/views/batch", "{\"views\":[" + "null,".repeat(500) + "null]}").fields())
                .containsExactly("views");
    }

    private void refusedKey(String... keys) {
        var headers = Stream.of(keys).flatMap(key -> Stream.of("Idempotency-Key", key)).toArray(String[]::new);
        var answer = client.post("/orders", "{\"user_id\":1,\"total\":1}", headers);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fields()).containsExactly("Idempotency-Key");
    }

    @ParameterizedTest
    @CsvSource({
        "/orders, user_id", "/orders?user_id=0, user_id", "/orders?user_id=x, user_id",
        "/orders?user_id=0x10, user_id",
        "/orders?user_id=%D9%A3, user_id", "/orders?user_id=1&user_id=2, user_id", "/orders?user_id=%ff, user_id",
        "/orders?user_id=1&limit=0, limit", "/orders?user_id=1&limit=201, limit"
    })
    void a_bad_query_is_400(String path, String field) {
        var answer = client.get(path);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fields()).containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"content_id":"c","ad_id":"a"}                                                   | host_id
        {"host_id":"","content_id":"c","ad_id":"a"}                                      | host_id
        {"host_id":"a b","content_id":"c","ad_id":"a"}                                   | host_id
        {"host_id":"h","content_id":"c#","ad_id":"a"}                                    | content_id
        {"host_id":"h","content_id":"c","ad_id":7}                                       | ad_id
        {"host_id":"h","content_id":"c","ad_id":"a","event_id":"1"}                      | event_id
        {"host_id":"h","content_id":"c","ad_id":"a","event_id":"1qPA3pCxT467OVLZ9/CkxA=="} | event_id
        {"host_id":"h","content_id":"c","ad_id":"a","event_id":"00000000-0000-0000-0000-000000000000"} | event_id
        {"host_id":"h","content_id":"c","ad_id":"a","timestamp":1795348800000}           | timestamp
        {"host_id":"h","content_id":"c","ad_id":"a","timestamp":"2999-01-01T00:00:00Z"}  | timestamp
        {"host_id":"h","content_id":"c","ad_id":"a","sequence":-1}                       | sequence
        {"host_id":"h","content_id":"c","ad_id":"a","sequence":1.5}                      | sequence
        {"host_id":"h","content_id":"c","ad_id":"a","timestamp":"today"}                 | timestamp
        {"host_id":"h","content_id":"c","ad_id":"a","timestamp":"2020-01-01T00:00:00Z"}  | timestamp
        {"host_id":"h","content_id":"c","ad_id":"a","time":"2020-01-01T00:00:00Z"}       | time
        """)
    void a_bad_view_is_400_alone_and_in_a_batch(String body, String field) {
        assertThat(client.post("/views", body).fields()).containsExactly(field);
        var good = "{\"host_id\":\"h\",\"content_id\":\"c\",\"ad_id\":\"a\"}";
        var batch = client.post("/views/batch", "{\"views\":[" + good + "," + body + "]}");
        assertThat(batch.status()).isEqualTo(400);
        assertThat(batch.fields()).containsExactly("views[1]." + field);
    }

    @Test
    void a_batch_has_1_to_500_views_each_once() {
        var view = "{\"host_id\":\"h\",\"content_id\":\"c\",\"ad_id\":\"a\",\"event_id\":\"%s\"}".formatted(UUID.randomUUID());
        assertThat(client.post("/views/batch", "{}").fields()).containsExactly("views");
        assertThat(client.post("/views/batch", "{\"views\":[]}").fields()).containsExactly("views");
        var many = "{\"views\":[" + (view + ",").repeat(500) + view + "]}";
        assertThat(client.post("/views/batch", many).fields()).containsExactly("views");
        var twice = "{\"views\":[" + view + "," + view + "]}";
        assertThat(client.post("/views/batch", twice).fields()).containsExactly("views[1].event_id");
    }

    private void tellOneOfEach() {
        var id = client.ordered("{\"user_id\":1,\"total\":1}");
        var host = "host-" + UUID.randomUUID();
        client.post("/views", "{\"host_id\":\"%s\",\"content_id\":\"c\",\"ad_id\":\"a\"}".formatted(host));
        eventually(() -> assertThat(ears.ofOrder(id)).hasSize(1));
        eventually(() -> assertThat(ears.ofHost(host)).hasSize(1));
    }

    private Set<Map<String, AttributeValue>> stored() {
        return Stream.of(Fanout.ORDERS, Fanout.IDEMPOTENCY_KEYS).flatMap(this::items).collect(Collectors.toSet());
    }

    private Stream<Map<String, AttributeValue>> items(Table table) {
        return dynamoDb.scanPaginator(scan -> scan.tableName(naming.physical(table.name())).consistentRead(true))
                .items().stream();
    }
}
