package dev.fanout.publisher;

import static dev.fanout.testing.Capability.OUTAGE;
import static dev.fanout.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.testing.FanoutStack;
import dev.fanout.testing.Needs;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

/** AWS answers nobody, and memory is short. */
@PublisherTest
@TestPropertySource(
        properties = {
            "fanout.views.capacity=5",
            "fanout.views.max-wait=1500ms",
            "fanout.views.retry-after=3s"
        })
@ExtendWith(OutputCaptureExtension.class)
class OutageTest {
    private final FanoutStack stack = FanoutStack.get();

    @Autowired
    private Client client;

    @Autowired
    private Ears ears;

    @Autowired
    private MeterRegistry meters;

    private final String host = "host-" + UUID.randomUUID();

    @AfterEach
    void thaw() {
        stack.thaw();
    }

    @Test
    @Needs(OUTAGE)
    void views_that_are_too_many_are_refused_at_once_and_none_is_taken() {
        stack.freeze();
        var waiting = CompletableFuture.supplyAsync(() -> client.post("/views/batch", views(host, 4)));
        eventually(() -> assertThat(meters.get("fanout.views.in.hand").gauge().value()).isEqualTo(4));
        var other = host + "-b";
        var refused = client.post("/views/batch", views(other, 2));
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("3");
        assertThat(refused.<String>at("$.detail")).contains("none of these was taken");
        assertThat(waiting).isNotDone();
        stack.thaw();
        waiting.join();
        assertThat(client.post("/views/batch", views(host, 5)).status()).isEqualTo(202);
        eventually(() -> assertThat(ears.ofHost(host)).hasSizeGreaterThanOrEqualTo(5));
        assertThat(ears.ofHost(other)).isEmpty();
    }

    @Test
    void a_request_that_never_fits_is_refused_too() {
        assertThat(client.post("/views/batch", views(host, 6)).status()).isEqualTo(503);
    }

    @Test
    @Needs(OUTAGE)
    void views_that_sns_does_not_take_are_named_and_can_be_sent_again() {
        stack.freeze();
        var batch = views(host, 3);
        var refused = client.post("/views/batch", batch);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("3");
        List<String> notTaken = refused.at("$.not_taken[*].event_id");
        assertThat(notTaken).hasSize(3).allSatisfy(id -> assertThat(batch).contains(id));
        List<Integer> places = refused.at("$.not_taken[*].index");
        assertThat(places).containsExactly(0, 1, 2);
        stack.thaw();
        eventually(() -> assertThat(client.post("/views/batch", batch).status()).isEqualTo(202));
        var end = client.post("/views", view(host)).<String>at("$.event_id");
        eventually(() -> assertThat(ears.ofHost(host)).extracting(heard -> heard.json().get("event_id")).contains(end));
        assertThat(ears.ofHost(host)).hasSize(4);
    }

    @Test
    @Needs(OUTAGE)
    void an_order_is_refused_and_its_repetition_is_safe(CapturedOutput log) {
        var order = "{\"user_id\":99,\"total\":5}";
        var key = UUID.randomUUID().toString();
        stack.freeze();
        var answers = Together.times(3, _ -> client.post("/orders", order, "Idempotency-Key", key));
        assertThat(answers).allSatisfy(refused -> {
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isEqualTo("2");
            assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        });
        stack.thaw();
        eventually(() -> assertThat(client.post("/orders", order, "Idempotency-Key", key).status()).isEqualTo(201));
        String id = client.post("/orders", order, "Idempotency-Key", key).at("$.order_id");
        assertThat(client.get("/orders?user_id=99").<List<String>>at("$.orders[*].order_id")).containsExactly(id);
        eventually(() -> assertThat(ears.ofOrder(id)).isNotEmpty());
        eventually(() -> {
            client.get("/orders/" + id);
            assertThat(log).contains("Answering requests: works again");
        });
        assertThat(log).containsOnlyOnce("Answering requests: does not work");
    }

    private static String views(String host, int count) {
        return Stream.generate(() -> view(host)).limit(count).collect(Collectors.joining(",", "{\"views\":[", "]}"));
    }

    private static String view(String host) {
        return "{\"host_id\":\"%s\",\"content_id\":\"c\",\"ad_id\":\"a\",\"event_id\":\"%s\"}"
                .formatted(host, UUID.randomUUID());
    }
}
