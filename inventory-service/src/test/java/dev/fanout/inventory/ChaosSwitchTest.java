package dev.fanout.inventory;

import static dev.fanout.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.testing.OnFanoutStack;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Faults switched in a running service; its own code knows nothing of them. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"fanout.chaos.enabled=true", "fanout.retry.first-delay=100ms"})
@AutoConfigureRestTestClient
@OnFanoutStack
class ChaosSwitchTest {
    @Autowired
    private RestTestClient http;

    @Autowired
    private MeterRegistry meters;

    @Value("${fanout.prefix}")
    private String prefix;

    @AfterEach
    void calm() {
        http.delete().uri("/actuator/chaos").exchange().expectStatus().isOk();
    }

    @Test
    void a_fault_is_switched_on_seen_and_switched_off() {
        assertThat(set("slow", "every 1000")).contains("\"slow\":\"every 1000\"");
        assertThat(body(http.get().uri("/actuator/chaos"))).contains("\"slow\":\"every 1000\"");
        http.delete().uri("/actuator/chaos/slow").exchange().expectStatus().isOk();
        assertThat(body(http.get().uri("/actuator/chaos"))).isEqualTo("{}");
    }

    @Test
    void a_fault_that_is_not_there_is_refused_with_those_that_are() {
        http.post().uri("/actuator/chaos/explode").contentType(MediaType.APPLICATION_JSON)
                .body("{\"when\":\"every 1\"}").exchange().expectStatus().isBadRequest();
        http.post().uri("/actuator/chaos/fail").contentType(MediaType.APPLICATION_JSON)
                .body("{\"when\":\"sometimes\"}").exchange().expectStatus().isBadRequest();
    }

    @Test
    void a_handler_that_failed_once_has_its_effect_once() {
        set("fail", "once 1");
        new Shop(prefix).orders("o1", "tea", 2);
        eventually(() -> assertThat(body(http.get().uri("/reservations/o1"))).contains("\"version\":1"));
        assertThat(meters.counter("fanout.chaos.struck", "fault", "fail").count()).isEqualTo(1);
    }

    private String set(String fault, String when) {
        return body(http.post().uri("/actuator/chaos/" + fault).contentType(MediaType.APPLICATION_JSON)
                .body("{\"when\":\"" + when + "\"}"));
    }

    private static String body(RestTestClient.RequestHeadersSpec<?> request) {
        return String.valueOf(request.exchange().returnResult(String.class).getResponseBody());
    }
}
