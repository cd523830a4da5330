package dev.fanout.web;

import static dev.fanout.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"server.address=127.0.0.1", "fanout.web.max-requests=1"})
class CrowdTest {
    private static final String BODY = "{\"user_id\":1}";

    @LocalServerPort
    int port;

    @Test
    void more_than_can_be_in_hand_are_refused_at_once_and_taken_afterwards() throws Exception {
        try (var slow = new Socket("127.0.0.1", port)) {
            send(slow, "POST /cups HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: "
                    + BODY.length() + "\r\n\r\n{");
            eventually(() -> assertThat(get().statusCode()).isEqualTo(503));
            assertThat(get("/actuator/health").statusCode()).as("operators, who find nothing here").isEqualTo(404);
            var refused = get();
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("2");
            assertThat(refused.body()).contains("Too many requests are in hand");
            send(slow, BODY.substring(1));
            eventually(() -> assertThat(get().statusCode()).isEqualTo(200));
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private HttpResponse<String> get() throws IOException, InterruptedException {
        return get("/cups?user_id=7");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }
}
