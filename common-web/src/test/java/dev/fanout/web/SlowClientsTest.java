package dev.fanout.web;

import static dev.fanout.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.fanout.testing.FreePorts;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Whoever sends slowly, or nothing, holds a connection and nothing else, and that not for long. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1", "fanout.web.max-requests=1", "fanout.web.body-time=500ms",
            "fanout.web.header-time=500ms", "fanout.web.max-bodies=300KB", "server.tomcat.connection-timeout=1s",
            "server.tomcat.max-connections=20",
        })
class SlowClientsTest {
    private static final String POST = "POST /cups HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

    private final List<Socket> sockets = new ArrayList<>();

    @LocalServerPort
    int port;

    @Autowired
    Environment environment;

    @DynamicPropertySource
    static void freeManagementPort(DynamicPropertyRegistry properties) {
        int port = FreePorts.next();
        properties.add("fanout.web.management-port", () -> port);
    }

    @AfterEach
    void hangUp() throws IOException {
        for (var socket : sockets) socket.close();
    }

    @Test
    void half_sent_bodies_take_no_place() throws Exception {
        for (int i = 0; i < 10; i++) begin(POST + "Content-Length: 100\r\n\r\n{");
        for (int i = 0; i < 3; i++) assertThat(Wire.get(port, "/cups?user_id=1").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 100000\r\n\r\n{", "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n"})
    void a_body_that_does_not_come_is_408(String start) throws Exception {
        assertThat(Wire.answer(begin(POST + start))).startsWith("HTTP/1.1 408").contains("application/problem+json");
    }

    @Test
    void a_body_that_drips_is_ended_too() throws Exception {
        var dripping = begin(POST + "Content-Length: 100000\r\n\r\n{");
        dripUntilClosed(dripping);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /cups?user_id=", "GET /cups?user_id=1 HTTP/1.1\r\nHost: localhost\r\nA: "})
    void headers_that_drip_are_ended(String start) throws Exception {
        dripUntilClosed(begin(start));
    }

    @Test
    void what_is_left_of_a_body_that_was_refused_is_not_waited_for() throws Exception {
        var refused = begin(POST + "Content-Length: 1000000\r\n\r\n{");
        assertThat(Wire.answer(refused)).startsWith("HTTP/1.1 413").contains("Connection: close");
    }

    @Test
    void bodies_that_are_coming_take_a_bounded_memory() throws Exception {
        // The second may be read before the first is.
        eventually(() -> {
            begin(POST + "Content-Length: 250000\r\n\r\n" + " ".repeat(200_000));
            var second = begin(POST + "Content-Length: 250000\r\n\r\n" + " ".repeat(250_000));
            assertThat(Wire.answer(second)).startsWith("HTTP/1.1 503").contains("Retry-After: 2");
        });
        var small = begin(POST + "Content-Length: 13\r\nConnection: close\r\n\r\n{\"user_id\":1}");
        assertThat(Wire.answer(small)).startsWith("HTTP/1.1 200");
    }

    @Test
    void operators_are_answered_at_their_own_port_when_nobody_gets_a_connection_at_the_other() throws Exception {
        int management = environment.getRequiredProperty("fanout.web.management-port", Integer.class);
        for (int i = 0; i < 22; i++) begin("");
        for (int i = 0; i < 3; i++)
            assertThat(Wire.get(management, "/actuator/health").statusCode()).as("there is none here").isEqualTo(404);
        assertThat(Wire.get(management, "/cups?user_id=1").body()).contains("only what is below /actuator");
        eventually(() -> assertThat(Wire.get(port, "/cups?user_id=1").statusCode()).isEqualTo(200));
    }

    private void dripUntilClosed(Socket socket) {
        eventually(() -> assertThatCode(() -> Wire.send(socket, "1")).isInstanceOf(IOException.class));
    }

    private Socket begin(String text) throws IOException {
        var socket = Wire.begin(port, text);
        sockets.add(socket);
        return socket;
    }
}
