package dev.fanout.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What only a real connection shows. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "server.address=127.0.0.1")
class WireTest {
    private static final int LIMIT = 256 * 1024;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, 1_000_000, 12_000_000})
    void a_long_body_is_413_whether_its_length_is_declared_or_not(int length) throws Exception {
        var body = cup(length);
        for (var sent : new BodyPublisher[] {
            BodyPublishers.ofByteArray(body), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
        }) {
            var answer = post(sent);
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body()).contains("\"field\":\"$\"", "262144 bytes");
        }
    }

    @Test
    void the_longest_body_is_taken() throws Exception {
        var body = cup(LIMIT);
        assertThat(post(BodyPublishers.ofByteArray(body)).statusCode()).isEqualTo(200);
        assertThat(post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "GET /cups?[ HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /cups/%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /cups/%2e%2e%2f HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /cups?user_id=%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET // HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET //evil.example/cups HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /actuator/health/../env HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /cups?user_id=1 HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        "GET http://evil.example/cups?user_id=1 HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "POST /cups HTTP/1.1\r\nHost: localhost\r\nContent-Type: */*\r\nContent-Length: 2\r\n\r\n{}",
        "POST /cups HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
        "GET / HTTP/1.1\r\n\r\n",
        "POST /cups HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
        "GET /filtered HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "garbage\r\n\r\n",
    })
    void what_tomcat_or_a_filter_refuses_is_a_problem_too(String request) throws IOException {
        var answer = raw(request.replaceFirst("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
        assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json", "\"errors\":[");
        assertThat(answer).doesNotContain("html", "java.", "Apache", "secret");
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HttpResponse<String> post(BodyPublisher body) throws Exception {
        var uri = URI.create("http://127.0.0.1:" + port + "/cups");
        var request = HttpRequest.newBuilder(uri).header("Content-Type", "application/json").POST(body).build();
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private static byte[] cup(int length) {
        var end = "{\"user_id\":1}";
        return (" ".repeat(length - end.length()) + end).getBytes(StandardCharsets.UTF_8);
    }
}
