package dev.fanout.web;

import static dev.fanout.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"server.address=127.0.0.1", "fanout.web.max-requests=1"})
class ConcurrencyLimitTest {
    private static final String CUPS = "/cups?user_id=7";

    @LocalServerPort
    int port;

    @Autowired
    Cupboard.Shelf shelf;

    @Test
    void more_than_can_be_in_hand_are_refused_at_once_and_taken_afterwards() throws Exception {
        try (var slow = Wire.begin(port, "GET /slow HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")) {
            eventually(() -> assertThat(shelf.isSlowAtWork()).isTrue());
            assertThat(Wire.get(port, CUPS).statusCode()).isEqualTo(503);
            assertThat(Wire.get(port, "/actuator/health").statusCode()).as("operators find nothing here").isEqualTo(404);
            var refused = Wire.get(port, CUPS);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("2");
            assertThat(refused.body()).contains("Too many requests are in hand");
            shelf.stopSlow();
            assertThat(Wire.answer(slow)).startsWith("HTTP/1.1 200").endsWith("\"done\"");
            eventually(() -> assertThat(Wire.get(port, CUPS).statusCode()).isEqualTo(200));
        }
    }
}
