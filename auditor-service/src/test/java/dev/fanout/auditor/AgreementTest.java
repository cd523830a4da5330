package dev.fanout.auditor;

import static dev.fanout.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.auditor.peers.network.PeerNetwork;
import dev.fanout.auditor.peers.network.TestSigner;
import dev.fanout.events.ViewRecorded;
import dev.fanout.testing.FanoutStack;
import dev.fanout.testing.FreePorts;
import dev.fanout.testing.Needs;
import dev.fanout.testing.TestPublisher;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** Three auditors that compare what they have, by HTTP; one of them loses a host's views. */
@Needs
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgreementTest {
    @TempDir
    private static Path keys;

    private final FanoutStack stack = FanoutStack.get();
    private final String prefix = stack.uniquePrefix();
    private final TestPublisher publisher = new TestPublisher(prefix);
    private final Map<String, Integer> ports = new TreeMap<>();
    private final Map<String, ConfigurableApplicationContext> auditors = new TreeMap<>();

    @BeforeAll
    void start() {
        for (var name : List.of("auditor-a", "auditor-b", "auditor-c")) ports.put(name, FreePorts.next());
        for (var name : ports.keySet()) start(name);
        for (var name : auditors.keySet()) eventually(() -> assertThat(peersOf(name)).isEqualTo(2));
        // Who starts for the first time looks twelve windows back, and decides these first.
        for (var name : auditors.keySet())
            eventually(() -> assertThat(finalVerdictsOf(name)).isGreaterThanOrEqualTo(12));
    }

    @AfterAll
    void stop() {
        auditors.values().forEach(ConfigurableApplicationContext::close);
    }

    private void start(String name) {
        var peers = ports.values().stream().map(port -> "localhost:" + port).collect(Collectors.joining(","));
        var arguments = new ArrayList<>(List.of(
                "--spring.application.name=" + name, "--server.port=" + ports.get(name), "--fanout.prefix=" + prefix,
                "--fanout.provision=true", "--fanout.auditor.window=4s", "--fanout.auditor.lateness=1s",
                "--fanout.auditor.vote.peers=" + peers,
                "--fanout.auditor.vote.keys=" + keys, "--fanout.auditor.vote.patience=2s"));
        if (name.equals("auditor-c")) arguments.addAll(List.of(
                "--fanout.chaos.enabled=true", "--fanout.chaos.faults.drop=containing forgotten"));
        auditors.put(name, new SpringApplicationBuilder(AuditorApplication.class)
                .run(arguments.toArray(String[]::new)));
    }

    @Test
    void what_one_auditor_misses_counts_and_it_is_named_with_the_event() {
        var missed = view("forgotten");
        publisher.publish(view("known"));
        publisher.publish(missed);
        for (var name : auditors.keySet())
            eventually(() -> assertThat(get(name, "/agreement", MediaType.TEXT_PLAIN).replaceAll(" +", " "))
                    .contains("final", "seen by all: 1, by at least one: 2, that count: 2")
                    .contains("\nknown 1 1 1 1 1 AGREE\n")
                    .contains("\nforgotten 1 1 1 0 1 auditor-c missed 1\n"));
        assertThat(get("auditor-a", "/verdicts", MediaType.APPLICATION_JSON))
                .contains("\"missed\":[{\"event_id\":\"" + missed.eventId() + "\"");
        eventually(() -> assertThat(get("auditor-c", "/missed", MediaType.APPLICATION_JSON))
                .contains(missed.eventId().toString(),
                        "\"reported_by\":[\"auditor-a\",\"auditor-b\"],\"counts\":true"));
        assertThat(get("auditor-c", "/ledger/summary", MediaType.APPLICATION_JSON)).doesNotContain("forgotten");
    }

    @Test
    void while_strangers_post_two_hundred_forged_frames_at_once_the_vote_decides() {
        publisher.publish(view("flooded"));
        try (var http = HttpClient.newHttpClient()) {
            for (var name : auditors.keySet())
                eventually(() -> {
                    var answers = forged(http, name).map(CompletableFuture::join).map(HttpResponse::statusCode)
                            .toList();
                    assertThat(answers).isSubsetOf(403, 408, 503);
                    assertThat(get(name, "/agreement", MediaType.TEXT_PLAIN).replaceAll(" +", " "))
                            .contains("\nflooded 1 1 1 1 1 AGREE\n");
                });
        }
    }

    private Stream<CompletableFuture<HttpResponse<Void>>> forged(HttpClient http, String name) {
        var uri = URI.create("http://localhost:" + ports.get(name) + PeerNetwork.PATH);
        var peer = name.equals("auditor-b") ? "auditor-c" : "auditor-b";
        var frame = new TestSigner().message(peer, name, new byte[10_000]);
        var request = HttpRequest.newBuilder(uri).header("content-type", "application/octet-stream");
        return IntStream.range(0, 200)
                .mapToObj(_ -> http.sendAsync(
                        request.copy().POST(BodyPublishers.ofByteArray(frame)).build(), BodyHandlers.discarding()))
                .toList().stream();
    }

    @Test
    void a_public_key_that_is_replaced_is_refused_and_shown() throws IOException {
        var file = keys.resolve("auditor-b", "auditor-b.pub");
        var kept = Files.readString(file);
        Files.writeString(file, new TestSigner().publicKey());
        for (var name : List.of("auditor-a", "auditor-c"))
            eventually(() -> {
                assertThat(get(name, "/agreement", MediaType.APPLICATION_JSON))
                        .contains("\"refused_keys\":[\"auditor-b\"]");
                assertThat(get(name, "/agreement", MediaType.TEXT_PLAIN))
                        .startsWith("The public key of auditor-b was replaced; the new one is refused.\n");
            });
        assertThat(peersOf("auditor-a")).isEqualTo(2);
        Files.writeString(file, kept);
        eventually(() -> assertThat(get("auditor-a", "/agreement", MediaType.APPLICATION_JSON))
                .contains("\"refused_keys\":[]"));
    }

    private double peersOf(String name) {
        return metersOf(name).get("fanout.auditor.peers").gauge().value();
    }

    private double finalVerdictsOf(String name) {
        var found = metersOf(name).find("fanout.auditor.verdicts").tag("standing", "final").counter();
        return found == null ? 0 : found.count();
    }

    private MeterRegistry metersOf(String name) {
        return Objects.requireNonNull(auditors.get(name)).getBean(MeterRegistry.class);
    }

    private String get(String name, String path, MediaType type) {
        var port = Objects.requireNonNull(auditors.get(name)).getEnvironment().getRequiredProperty("local.server.port");
        var request = RestClient.create("http://localhost:" + port).get().uri(path).accept(type);
        return String.valueOf(request.retrieve().body(String.class));
    }

    private static ViewRecorded view(String host) {
        return new ViewRecorded(UUID.randomUUID(), host, "film-1", "ad-1", Instant.now(), null);
    }
}
