package dev.fanout.inventory;

import static dev.fanout.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.testing.OnFanoutStack;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** From events on the topic to what the REST interface shows. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
@OnFanoutStack
class InventoryTest {
    private static final int MANY = 200;

    @Autowired
    private RestTestClient http;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    @Qualifier("subscribers")
    private SmartLifecycle subscribers;

    @Value("${fanout.prefix}")
    private String prefix;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(prefix);
    }

    @Test
    void an_order_reserves_and_its_cancellation_gives_back() {
        count("tea", 10);
        shop.orders("o1", "tea", 3);
        eventually(() -> assertThat(get("/stock/tea")).contains("\"available\":7,\"reserved\":3"));
        assertThat(get("/reservations/o1")).contains("\"status\":\"pending\"").contains("\"outcome\":\"reserved\"");
        shop.cancels("o1", "tea", 3);
        eventually(() -> assertThat(get("/stock/tea")).contains("\"available\":10,\"reserved\":0"));
    }

    @Test
    void an_order_that_is_told_twice_reserves_once() {
        count("coffee", 10);
        shop.tellsThrice("o2", "coffee", 3);
        eventually(() -> assertThat(meters.counter("fanout.processed", "subscriber", "inventory", "topic",
                        "order-events", "outcome", "duplicate", "reason", "").count()).isEqualTo(2));
        assertThat(get("/stock/coffee")).contains("\"available\":7,\"reserved\":3");
    }

    @Test
    void one_popular_sku_in_every_order_is_committed_in_groups() {
        count("popular", 1_000);
        subscribers.stop();
        shop.orders("popular", IntStream.range(0, MANY).mapToObj(i -> "p" + i));
        var before = commits();
        subscribers.start();
        eventually(() -> assertThat(get("/stock/popular")).contains("\"available\":800,\"reserved\":200"));
        assertThat(commits() - before).as("a poll brings ten, if there are as many").isLessThanOrEqualTo(MANY / 5.0);
    }

    private double commits() {
        return meters.find("fanout.aws.calls").tag("operation", "TransactWriteItems").tag("outcome", "ok").counters()
                .stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    @Test
    void chaos_is_not_there_unless_it_is_asked_for() {
        http.get().uri("/actuator/chaos").exchange().expectStatus().isNotFound();
    }

    @Test
    void what_is_not_there_is_a_problem_that_says_so() {
        http.get().uri("/stock/nothing").exchange().expectStatus().isNotFound()
                .expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(get("/reservations/nobody")).contains("no event of order nobody has arrived here");
    }

    @Test
    void a_count_that_makes_no_sense_is_refused_and_changes_nothing() {
        for (var body : List.of("{\"available\":-1}", "{\"available\":\"ten\"}", "{}", "{\"availabel\":1}", "no json"))
            http.put().uri("/stock/refused").contentType(MediaType.APPLICATION_JSON).body(body)
                    .exchange().expectStatus().isBadRequest();
        http.get().uri("/stock/refused").exchange().expectStatus().isNotFound();
    }

    private void count(String sku, long available) {
        http.put().uri("/stock/" + sku).contentType(MediaType.APPLICATION_JSON)
                .body("{\"available\":" + available + "}").exchange().expectStatus().isOk();
    }

    private String get(String path) {
        var body = http.get().uri(path).exchange().returnResult(String.class).getResponseBody();
        return String.valueOf(body);
    }
}
