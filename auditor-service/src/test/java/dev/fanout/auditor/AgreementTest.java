package dev.fanout.auditor;

import static dev.fanout.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.events.ViewRecorded;
import dev.fanout.testing.FanoutStack;
import dev.fanout.testing.Needs;
import dev.fanout.testing.TestPublisher;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
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
    private final FanoutStack stack = FanoutStack.get();
    private final String prefix = stack.uniquePrefix();
    private final TestPublisher publisher = new TestPublisher(prefix);
    private final Map<String, Integer> ports = new TreeMap<>();
    private final Map<String, ConfigurableApplicationContext> auditors = new TreeMap<>();

    @BeforeAll
    void start(@TempDir Path keys) throws IOException {
        for (var name : List.of("auditor-a", "auditor-b", "auditor-c")) ports.put(name, freePort());
        for (var name : ports.keySet()) start(name, keys);
        for (var auditor : auditors.values())
            eventually(() -> assertThat(
                    auditor.getBean(MeterRegistry.class).get("fanout.auditor.peers").gauge().value()).isEqualTo(2));
    }

    @AfterAll
    void stop() {
        auditors.values().forEach(ConfigurableApplicationContext::close);
    }

    private void start(String name, Path keys) {
        var peers = ports.values().stream().map(port -> "localhost:" + port).collect(Collectors.joining(","));
        var arguments = new ArrayList<>(List.of(
                "--spring.application.name=" + name, "--server.port=" + ports.get(name), "--fanout.prefix=" + prefix,
                "--fanout.provision=true", "--fanout.auditor.window=4s", "--fanout.auditor.lateness=1s",
                "--fanout.auditor.vote.peers=" + peers,
                "--fanout.auditor.vote.keys=" + keys, "--fanout.auditor.vote.patience=2s"));
        if (name.equals("auditor-c")) arguments.addAll(List.of(
                "--fanout.chaos.enabled=true", "--fanout.chaos.faults.drop=containing forgotten"));
        auditors.put(name, new SpringApplicationBuilder(AuditorApplication.class).run(arguments.toArray(String[]::new)));
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
                .contains(missed.eventId().toString(), "\"reported_by\":[\"auditor-a\",\"auditor-b\"],\"counts\":true"));
        assertThat(get("auditor-c", "/ledger/summary", MediaType.APPLICATION_JSON)).doesNotContain("forgotten");
    }

    private String get(String name, String path, MediaType type) {
        var port = Objects.requireNonNull(auditors.get(name)).getEnvironment().getRequiredProperty("local.server.port");
        var request = RestClient.create("http://localhost:" + port).get().uri(path).accept(type);
        return String.valueOf(request.retrieve().body(String.class));
    }

    private static ViewRecorded view(String host) {
        return new ViewRecorded(UUID.randomUUID(), host, "film-1", "ad-1", Instant.now(), null);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
