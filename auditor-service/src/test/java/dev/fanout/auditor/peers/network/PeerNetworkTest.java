package dev.fanout.auditor.peers.network;

import static dev.fanout.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.fanout.auditor.vote.Voter;
import dev.fanout.testing.FreePorts;
import dev.fanout.web.ProblemException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** Several networks, each behind a port of its own, and whoever else answers there. */
class PeerNetworkTest {
    private static final List<String> ALL = List.of("a", "b", "c");

    private final Map<String, TestSigner> signers = new TreeMap<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    PeerNetworkTest() {
        for (var name : ALL) signers.put(name, new TestSigner());
        signers.values().forEach(each -> signers.forEach(each::meets));
    }

    @AfterEach
    void end() throws Exception {
        for (var each : open.reversed()) each.close();
    }

    @Test
    void who_is_on_the_list_is_found_and_hears_what_is_sent() {
        var ports = List.of(FreePorts.next(), FreePorts.next(), FreePorts.next());
        var a = auditor("a", ports.get(0), ports);
        var b = auditor("b", ports.get(1), ports);
        var c = auditor("c", ports.get(2), ports);
        eventually(() -> assertThat(a.network.visible()).containsExactly("b", "c"));
        eventually(() -> assertThat(b.network.visible()).containsExactly("a", "c"));
        eventually(() -> assertThat(c.network.visible()).containsExactly("a", "b"));
        a.network.send("b", new byte[] {1});
        c.network.send("b", new byte[] {2});
        eventually(() -> assertThat(b.heard).containsExactlyInAnyOrder("a 1", "c 2"));
        assertThat(c.heard).isEmpty();
    }

    @Test
    void much_that_is_sent_at_once_arrives() {
        var first = FreePorts.next();
        var a = auditor("a", first, List.of());
        var b = auditor("b", FreePorts.next(), List.of(first));
        eventually(() -> assertThat(a.network.visible()).containsExactly("b"));
        for (int i = 0; i < 500; i++) a.network.send("b", new byte[] {(byte) i, 1, 2});
        eventually(() -> assertThat(b.heard).hasSize(500));
        assertThat(b.heard).startsWith("a 0", "a 1", "a 2");
        a.network.send("b", new byte[Voter.LONGEST_MESSAGE]);
        eventually(() -> assertThat(b.heard).hasSize(501));
    }

    @Test
    void who_knows_one_peer_finds_the_other_by_its_introduction() {
        var first = FreePorts.next();
        var a = auditor("a", first, List.of());
        var b = auditor("b", FreePorts.next(), List.of(first));
        var c = auditor("c", FreePorts.next(), List.of(first));
        Stream.of(a, b, c).forEach(each -> eventually(() -> assertThat(each.network.visible()).hasSize(2)));
    }

    @Test
    void who_comes_back_at_another_address_is_found_there() throws Exception {
        var ports = List.of(FreePorts.next(), FreePorts.next());
        var a = auditor("a", ports.get(0), ports);
        var b = auditor("b", ports.get(1), ports);
        eventually(() -> assertThat(a.network.visible()).containsExactly("b"));
        b.close();
        eventually(() -> assertThat(a.network.visible()).isEmpty());
        var moved = auditor("b", FreePorts.next(), ports);
        eventually(() -> assertThat(a.network.visible()).containsExactly("b"));
        a.network.send("b", new byte[] {3});
        eventually(() -> assertThat(moved.heard).containsExactly("a 3"));
    }

    @Test
    void a_name_is_looked_up() {
        var port = FreePorts.next();
        auditor("b", port, List.of());
        var a = auditor("a", FreePorts.next(), new PeerAddresses(List.of(), new Address("localhost", port)));
        eventually(() -> assertThat(a.network.visible()).containsExactly("b"));
    }

    @Test
    void a_name_without_addresses_keeps_nobody_from_being_found() {
        var a = auditor("a", FreePorts.next(), new PeerAddresses(List.of(), new Address("nobody.invalid", 1)));
        var b = auditor("b", FreePorts.next(), List.of(a.port));
        eventually(() -> assertThat(a.network.visible()).containsExactly("b"));
        eventually(() -> assertThat(b.network.visible()).containsExactly("a"));
    }

    @Test
    void of_two_with_the_same_name_each_gets_what_is_sent() {
        var one = auditor("b", FreePorts.next(), List.of());
        var two = auditor("b", FreePorts.next(), List.of());
        var a = auditor("a", FreePorts.next(), List.of(one.port, two.port));
        eventually(() -> {
            a.network.send("b", new byte[] {1});
            assertThat(one.heard).contains("a 1");
            assertThat(two.heard).contains("a 1");
        });
        a.network.send("b", new byte[] {2});
        Stream.of(one, two).forEach(each -> eventually(() -> assertThat(each.heard).contains("a 2")));
        assertThat(a.network.visible()).containsExactly("b");
    }

    @Test
    void who_answers_by_a_name_without_its_key_is_not_seen_and_gets_nothing() throws IOException {
        var thief = new TestSigner();
        var messages = new ConcurrentLinkedQueue<Frame>();
        var stolen = serve(FreePorts.next(), exchange -> {
            var hello = Frame.read(exchange.getRequestBody().readAllBytes());
            messages.add(hello);
            var known = new Introductions(thief.introduces("b", "b.invalid:1", Clock.systemUTC().instant()),
                    List.of("a"), thief, Clock.systemUTC());
            answer(exchange, 200, new FrameSigner("b", thief, known, Clock.systemUTC()).welcome(hello));
        });
        var a = auditor("a", FreePorts.next(), List.of(stolen));
        auditor("c", FreePorts.next(), List.of(a.port));
        eventually(() -> assertThat(a.network.visible()).containsExactly("c"));
        a.network.send("b", new byte[] {1});
        eventually(() -> assertThat(messages).hasSizeGreaterThan(3));
        assertThat(a.network.visible()).containsExactly("c");
        assertThat(messages).allMatch(frame -> frame.kind() == Frame.Kind.HELLO);
    }

    @Test
    void whoever_answers_endlessly_or_elsewhere_or_not_at_all_holds_up_nobody() throws IOException {
        var visited = new ConcurrentLinkedQueue<String>();
        var elsewhere = serve(FreePorts.next(), exchange -> {
            visited.add("elsewhere");
            answer(exchange, 200, new byte[0]);
        });
        var leads = serve(FreePorts.next(), exchange -> {
            exchange.getResponseHeaders().add("location", "http://localhost:" + elsewhere + PeerNetwork.PATH);
            answer(exchange, 307, new byte[0]);
        });
        var endless = serve(FreePorts.next(), exchange -> {
            visited.add("endless");
            exchange.sendResponseHeaders(200, 0);
            while (true) exchange.getResponseBody().write(new byte[1 << 16]);
        });
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var a = auditor("a", FreePorts.next(), List.of(leads, endless, silent.getLocalPort(), FreePorts.next()));
            var b = auditor("b", FreePorts.next(), List.of(a.port));
            eventually(() -> assertThat(a.network.visible()).containsExactly("b"));
            eventually(() -> assertThat(visited).contains("endless"));
            a.network.send("b", new byte[] {1});
            eventually(() -> assertThat(b.heard).containsExactly("a 1"));
            assertThat(visited).doesNotContain("elsewhere");
        }
    }

    @Test
    void a_peer_that_freezes_is_not_seen_any_more_and_holds_up_only_itself() {
        var ports = List.of(FreePorts.next(), FreePorts.next(), FreePorts.next());
        var a = auditor("a", ports.get(0), ports);
        var b = auditor("b", ports.get(1), ports);
        var c = auditor("c", ports.get(2), ports);
        eventually(() -> assertThat(a.network.visible()).containsExactly("b", "c"));
        b.frozen = true;
        for (int i = 0; i < 10_000; i++) a.network.send("b", new byte[1 << 16]);
        a.network.send("c", new byte[] {7});
        eventually(() -> assertThat(c.heard).containsExactly("a 7"));
        eventually(() -> assertThat(a.network.visible()).containsExactly("c"));
        b.frozen = false;
        eventually(() -> assertThat(a.network.visible()).containsExactly("b", "c"));
        a.network.send("b", new byte[] {8});
        eventually(() -> assertThat(b.heard).contains("a 8"));
    }

    @Test
    void before_its_key_is_there_nobody_is_seen() {
        var b = auditor("b", FreePorts.next(), List.of());
        var stranger = new TestSigner();
        var a = auditor("a", FreePorts.next(), new PeerAddresses(List.of(new Address("localhost", b.port)), null),
                stranger);
        var c = auditor("c", FreePorts.next(), List.of(a.port, b.port));
        eventually(() -> assertThat(c.network.visible()).containsExactly("b"));
        assertThat(a.network.visible()).isEmpty();
        stranger.meets("b", signer("b"));
        signer("b").meets("a", stranger);
        eventually(() -> assertThat(a.network.visible()).containsExactly("b"));
    }

    private Auditor auditor(String name, int port, List<Integer> peers) {
        return auditor(name, port, new PeerAddresses(
                peers.stream().map(it -> new Address("localhost", it)).toList(), null));
    }

    private Auditor auditor(String name, int port, PeerAddresses addresses) {
        return auditor(name, port, addresses, signer(name));
    }

    private Auditor auditor(String name, int port, PeerAddresses addresses, TestSigner testSigner) {
        var others = ALL.stream().filter(it -> !it.equals(name)).toList();
        var network = new PeerNetwork(name, others, addresses, Clock.systemUTC(), new SimpleMeterRegistry());
        var auditor = new Auditor(network, port);
        network.join(testSigner, new Address("localhost", port), auditor::hear);
        open.add(auditor);
        return auditor;
    }

    private TestSigner signer(String name) {
        return Objects.requireNonNull(signers.get(name));
    }

    /** A server answers each request by a thread of its own. */
    private static HttpServer server(int port, HttpHandler handler) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(PeerNetwork.PATH, handler);
        server.start();
        return server;
    }

    private int serve(int port, HttpHandler handler) throws IOException {
        var server = server(port, handler);
        open.add(() -> server.stop(0));
        return port;
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static final class Auditor implements AutoCloseable {
        private final PeerNetwork network;
        private final int port;
        private final HttpServer server;
        private final Queue<String> heard = new ConcurrentLinkedQueue<>();
        private volatile boolean frozen;

        Auditor(PeerNetwork network, int port) {
            this.network = network;
            this.port = port;
            try {
                this.server = server(port, this::take);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        boolean hear(String from, byte[] message) {
            return heard.add(from + " " + message[0]);
        }

        private void take(HttpExchange exchange) throws IOException {
            var frame = exchange.getRequestBody().readAllBytes();
            if (frozen) return; // whoever waits for the answer waits in vain
            try {
                var reply = network.receive(frame);
                answer(exchange, reply.isPresent() ? 200 : HttpStatus.ACCEPTED.value(), reply.orElse(new byte[0]));
            } catch (ProblemException refused) {
                answer(exchange, refused.getStatusCode().value(), new byte[0]);
            }
        }

        @Override
        public void close() {
            network.close();
            server.stop(0);
        }
    }
}
