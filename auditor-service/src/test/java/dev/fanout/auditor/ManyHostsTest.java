package dev.fanout.auditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.auditor.anomaly.Finding;
import dev.fanout.auditor.anomaly.HostProfile;
import dev.fanout.auditor.anomaly.SendOrder;
import dev.fanout.auditor.anomaly.Sequence;
import dev.fanout.auditor.ledger.Ledger;
import dev.fanout.events.AnomalyKind;
import dev.fanout.messaging.StateStore;
import dev.fanout.testing.FanoutStack;
import dev.fanout.testing.Needs;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A ledger of far more hosts than an answer lists. The host of number 1100 has 1100 views, and as many late ones. */
@Needs
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyHostsTest {
    private static final int HOSTS = 1_100;
    private static final long VIEWS = HOSTS * (HOSTS + 1L) / 2;

    private final FanoutStack stack = FanoutStack.get();
    private final String prefix = stack.uniquePrefix();
    private ConfigurableApplicationContext observer;

    @BeforeAll
    void start() {
        observer = new SpringApplicationBuilder(AuditorApplication.class).run(
                "--spring.application.name=chaos-observer", "--server.port=0", "--fanout.prefix=" + prefix,
                "--fanout.provision=true");
        try (var threads = Executors.newFixedThreadPool(8)) {
            IntStream.rangeClosed(1, HOSTS).forEach(i -> threads.submit(() -> put(i)));
        }
    }

    @AfterAll
    void stop() {
        observer.close();
    }

    private void put(int views) {
        var ledger = observer.getBean(Ledger.class);
        var host = new HostProfile("host-" + views, views, Sequence.UNHEARD_OF, SendOrder.UNHEARD_OF,
                SendOrder.UNHEARD_OF, Map.of())
                .with(AnomalyKind.LATE, views, Finding.Example.of("example", 1, Instant.EPOCH));
        observer.getBean(StateStore.class).put(ledger.host(host.hostId()), host);
    }

    @Test
    void a_summary_lists_the_largest_and_sums_the_others() {
        var found = get("/ledger/summary?limit=1");
        assertThat(found.path("views").asLong()).isEqualTo(VIEWS);
        assertThat(found.path("by_host").toString()).isEqualTo("{\"host-1100\":1100}");
        assertThat(found.path("others").toString())
                .isEqualTo("{\"by_host\":{\"entries\":1099,\"sum\":%d}}".formatted(VIEWS - 1100));
        assertThat(get("/ledger/summary").path("by_host").size()).isEqualTo(100);
        assertThat(get("/ledger/summary?limit=1000").path("by_host").size()).isEqualTo(1000);
    }

    @Test
    void hosts_and_what_looks_wrong_about_them_are_listed_the_same_way() {
        var hosts = get("/hosts?limit=1");
        assertThat(hosts.path("hosts").toString()).contains("\"host_id\":\"host-1100\"").contains("{\"late\":1100}");
        assertThat(hosts.path("others").toString())
                .isEqualTo("{\"hosts\":{\"entries\":1099,\"sum\":%d}}".formatted(VIEWS - 1100));
        var anomalies = get("/anomalies?limit=1");
        assertThat(anomalies.path("anomalies").size()).isEqualTo(1);
        assertThat(anomalies.path("others").toString())
                .isEqualTo("{\"late\":{\"entries\":1099,\"sum\":%d}}".formatted(VIEWS - 1100));
        assertThat(get("/anomalies?host_id=host-7").path("anomalies").path(0).path("count").asLong()).isEqualTo(7);
    }

    @Test
    void pages_cover_every_host_once() {
        var found = new TreeMap<String, Long>();
        pages("/ledger/hosts?limit=400", page -> {
            assertThat(page.path("hosts").size()).isBetween(0, 400);
            page.path("hosts").forEach(host -> assertThat(
                    found.put(host.path("host_id").asString(), host.path("anomalies").path("late").asLong())).isNull());
        });
        assertThat(found).hasSize(HOSTS).containsEntry("host-1", 1L).containsEntry("host-1100", 1100L);
    }

    @Test
    void a_limit_or_a_cursor_that_makes_no_sense_is_refused_by_its_name() {
        var listings = List.of("/ledger/hosts?", "/ledger/contents?", "/ledger/ads?", "/ledger/events?host_id=h&");
        for (var path : listings)
            for (var cursor : List.of("host-1", "AAAA", "A".repeat(3_000))) isRefused(
                    path + "after=" + cursor, "after");
        for (var path : List.of("/ledger/summary?", "/hosts?", "/anomalies?", "/hosts?window=PT1M&",
                "/anomalies?window=PT1M&"))
            for (var limit : List.of("0", "-1", "1001", "1000000000")) isRefused(path + "limit=" + limit, "limit");
        for (var path : listings) isRefused(path + "limit=1001", "limit");
    }

    private void pages(String path, Consumer<JsonNode> each) {
        for (var page = get(path); ; page = get(path + "&after=" + page.path("next").asString())) {
            each.accept(page);
            if (!page.has("next")) return;
        }
    }

    private void isRefused(String path, String field) {
        assertThatThrownBy(() -> get(path)).as(path)
                .isInstanceOf(HttpClientErrorException.BadRequest.class)
                .hasMessageContaining("\"field\":\"" + field + "\"");
    }

    private JsonNode get(String path) {
        var port = observer.getEnvironment().getRequiredProperty("local.server.port");
        var uri = URI.create("http://localhost:" + port + path);
        return JsonMapper.shared().readTree(RestClient.create().get().uri(uri).retrieve().body(String.class));
    }
}
