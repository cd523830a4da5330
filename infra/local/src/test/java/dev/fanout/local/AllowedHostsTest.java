package dev.fanout.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {
    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:4566", "localhost.evil.example", "127.0.0.1.evil.example", "10.0.0.1"})
    void a_request_for_another_host_is_refused(String host) throws IOException {
        assertThat(answer("HTTP/1.1\r\nHost: " + host)).startsWith("HTTP/1.1 421").contains("--allow-host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost:4566", "127.0.0.1:1", "[::1]:4566", "bucket.localhost"})
    void a_request_for_this_machine_is_answered(String host) throws IOException {
        assertThat(answer("HTTP/1.1\r\nHost: " + host)).startsWith("HTTP/1.1 200");
    }

    private static String answer(String rest) throws IOException {
        try (var socket = new Socket("127.0.0.1", Aws.endpoint().getPort())) {
            socket.setSoTimeout(10_000);
            var request = "GET /health " + rest + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
