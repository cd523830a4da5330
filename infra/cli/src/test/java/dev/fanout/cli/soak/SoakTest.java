package dev.fanout.cli.soak;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.fanout.cli.rest.Rest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against services that take views alone, and take some of them twice or not at all. */
@Timeout(240)
class SoakTest {
    private static final Pattern HOST = Pattern.compile("\"host_id\":\"([^\"]+)\"");

    private final Map<String, AtomicInteger> views = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;
    private int busyFor;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void a_request_is_sent_again_until_it_is_answered_and_counts_once() throws InterruptedException {
        busyFor = 3;
        var expected = new ExpectedState();
        viewers(expected).view(1);
        assertThat(asked).hasValue(4);
        assertThat(expected.views()).isEqualTo(1);
        assertThat(expected.repeated()).isEqualTo(3);
    }

    @Test
    void a_view_that_is_counted_twice_does_not_balance() throws InterruptedException {
        var expected = new ExpectedState();
        viewers(expected).view(1);
        assertThat(viewsIn(expected)).allMatch(Reconciliation.Line::holds);
        views.values().forEach(AtomicInteger::incrementAndGet);
        assertThat(viewsIn(expected)).noneMatch(Reconciliation.Line::holds);
    }

    @Test
    void a_view_that_was_lost_does_not_balance() throws InterruptedException {
        var expected = new ExpectedState();
        viewers(expected).view(1);
        views.clear();
        assertThat(viewsIn(expected)).noneMatch(Reconciliation.Line::holds);
    }

    private Iterable<Reconciliation.Line> viewsIn(ExpectedState expected) throws InterruptedException {
        var reconciliation = new Reconciliation(rest(), expected, run());
        reconciliation.settles(Duration.ZERO);
        return reconciliation.lines().stream().filter(line -> line.what().startsWith("views")).toList();
    }

    private Viewers viewers(ExpectedState expected) {
        return new Viewers(rest(), new RetryingClient(expected, Instant.MAX), expected, run());
    }

    private static SoakRun run() {
        return new SoakRun(7, Instant.EPOCH);
    }

    private Rest rest() {
        return new Rest(_ -> URI.create("http://localhost:" + server.getAddress().getPort()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var busy = asked.incrementAndGet() <= busyFor;
        var answer = (busy ? "{}" : answer(exchange.getRequestURI().getPath(), body)).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(busy ? 503 : 200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private String answer(String path, String body) {
        if (path.startsWith("/stock")) return "{\"available\":1000000,\"reserved\":0}";
        if (path.equals("/analytics/views/hosts")) return "{\"views\":" + byHost() + "}";
        if (path.equals("/ledger/hosts")) return "{\"hosts\":" + hosts() + "}";
        var host = HOST.matcher(body);
        if (host.find()) views.computeIfAbsent(host.group(1), _ -> new AtomicInteger()).incrementAndGet();
        return "{\"event_id\":\"1\"}";
    }

    private String hosts() {
        return views.entrySet().stream()
                .map(host -> "{\"host_id\":\"%s\",\"views\":%s}".formatted(host.getKey(), host.getValue()))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String byHost() {
        return views.toString().replace("=", "\":").replace("{", "{\"").replace(", ", ",\"").replace("{\"}", "{}");
    }
}
