package dev.fanout.scenarios.produce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.fanout.cli.rest.Rest;
import dev.fanout.events.EventCodec;
import dev.fanout.events.OutboundMessage;
import dev.fanout.events.ViewRecorded;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PublisherSinkTest {
    private final List<String> requests = new ArrayList<>();
    private final HttpServer publisher = start();
    private final PublisherSink outlet = new PublisherSink(
            new Rest(_ -> URI.create("http://localhost:" + publisher.getAddress().getPort())));
    private volatile int status = 202;

    @AfterEach
    void stop() {
        publisher.stop(0);
    }

    @Test
    void views_go_out_as_the_publisher_reads_them() {
        assertThat(outlet.send(List.of(view(1)))).isEmpty();
        assertThat(requests).containsExactly("""
                {"views":[{"event_id":"00000000-0000-0000-0000-000000000001","host_id":"host-1",\
                "content_id":"film-1","ad_id":"ad-1","timestamp":"2026-11-22T12:00:00Z","sequence":1}]}""");
    }

    @Test
    void a_repetition_goes_in_a_request_of_its_own() {
        assertThat(outlet.send(List.of(view(1), view(2), view(1)))).isEmpty();
        assertThat(requests).hasSize(2);
        assertThat(requests.get(1)).contains("\"sequence\":1").doesNotContain("\"sequence\":2");
    }

    @Test
    void when_it_is_full_all_are_left() {
        status = 503;
        assertThat(outlet.send(List.of(view(1), view(2)))).hasSize(2);
    }

    @Test
    void a_refusal_is_told() {
        status = 400;
        assertThatThrownBy(() -> outlet.send(List.of(view(1))))
                .isInstanceOf(ProducingFailed.class).hasMessageContaining("publisher answered 400");
    }

    private static OutboundMessage view(int number) {
        var view = new ViewRecorded(new UUID(0, number), "host-1", "film-1", "ad-1",
                Instant.parse("2026-11-22T12:00:00Z"), (long) number);
        return OutboundMessage.of(view, new EventCodec(), "");
    }

    private HttpServer start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/views/batch", exchange -> {
                try (exchange) {
                    requests.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                    var answer = "{\"accepted\":1}".getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, answer.length);
                    exchange.getResponseBody().write(answer);
                }
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
