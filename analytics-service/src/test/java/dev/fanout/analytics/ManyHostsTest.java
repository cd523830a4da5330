package dev.fanout.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.messaging.aws.Naming;
import dev.fanout.testing.FanoutStack;
import dev.fanout.testing.Needs;
import dev.fanout.topology.Fanout;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Analytics after far more hosts than anybody wants to read about. The host of number 1200 has 1200 views. */
@Needs
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyHostsTest {
    private static final int HOSTS = 1_200;
    private static final long VIEWS = HOSTS * (HOSTS + 1L) / 2;

    private final FanoutStack stack = FanoutStack.get();
    private final String prefix = stack.uniquePrefix();
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    private ConfigurableApplicationContext analytics;

    @BeforeAll
    void start() {
        var arguments = stack.properties(prefix).entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        analytics = new SpringApplicationBuilder(AnalyticsApplication.class).run(arguments);
        for (int from = 1; from <= HOSTS; from += 25)
            counted(IntStream.range(from, from + 25).mapToObj(i -> row(Sums.VIEWS_BY_HOST, "host-" + i, i)));
        var claimed = Stream.of("2999-01-01T00:00:00Z", "9999-12-31T23:59:00Z").map(Instant::parse);
        counted(Stream.concat(claimed, Stream.of(start.plus(1, ChronoUnit.HOURS), start))
                .map(minute -> row(Sums.VIEWS_PER_MINUTE, minute.toString(), 1)));
    }

    @AfterAll
    void stop() {
        analytics.close();
    }

    @Test
    void the_hosts_with_the_most_views_are_listed_and_the_others_summed() {
        var found = get("/analytics/views?limit=2");
        assertThat(found.path("total").asLong()).isEqualTo(VIEWS);
        assertThat(found.path("by_host").toString()).isEqualTo("{\"host-1200\":1200,\"host-1199\":1199}");
        assertThat(found.path("others").path("by_host").toString())
                .isEqualTo("{\"entries\":1198,\"sum\":%d}".formatted(VIEWS - 2_399));
        assertThat(found.path("others").has("by_ad")).isFalse();
        assertThat(get("/analytics/views").path("by_host").size()).isEqualTo(100);
    }

    @Test
    void pages_cover_every_host_once() {
        var found = new TreeMap<String, Long>();
        var path = "/analytics/views/hosts?limit=1000";
        for (var page = get(path); ; page = get(path + "&after=" + page.path("next").asString())) {
            assertThat(page.path("views").size()).isBetween(1, 1000);
            page.path("views").properties().forEach(host ->
                    assertThat(found.put(host.getKey(), host.getValue().asLong())).as(host.getKey()).isNull());
            if (!page.has("next")) break;
        }
        assertThat(found).hasSize(HOSTS).containsEntry("host-1", 1L).containsEntry("host-1200", 1200L);
    }

    @Test
    void twenty_at_once_are_all_answered_alike() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = Stream.generate(() -> threads.submit(() -> get("/analytics/views").path("total").asLong()))
                    .limit(20)
                    .toList();
            for (var answer : asked) assertThat(answer.get()).isEqualTo(VIEWS);
        }
    }

    @Test
    void a_limit_or_a_cursor_that_makes_no_sense_is_refused_by_its_name() {
        var paths = List.of("/analytics/views", "/analytics/views/hosts", "/analytics/views/contents", "/analytics/views/ads");
        for (var path : paths)
            for (var limit : List.of("0", "-1", "1001", "1000000000", "x")) isRefused(path + "?limit=" + limit, "limit");
        for (var path : paths.subList(1, 4))
            for (var cursor : List.of("host-1", "%00", "AAAA", "A".repeat(3_000))) isRefused(path + "?after=" + cursor, "after");
        for (var minutes : List.of("0", "-1", "1441", "9223372036854775807")) isRefused("/analytics/views?minutes=" + minutes, "minutes");
        var ofHosts = get("/analytics/views/hosts?limit=1").path("next").asString();
        isRefused("/analytics/views/ads?after=" + ofHosts, "after");
    }

    @Test
    void the_last_minutes_end_now_whatever_time_a_view_claims() {
        var minutes = get("/analytics/views?minutes=10").path("per_minute");
        assertThat(minutes.propertyNames()).containsExactly(start.toString());
    }

    private void isRefused(String path, String field) {
        assertThatThrownBy(() -> get(path)).as(path)
                .isInstanceOf(HttpClientErrorException.BadRequest.class)
                .hasMessageContaining("\"field\":\"" + field + "\"");
    }

    private JsonNode get(String path) {
        var port = analytics.getEnvironment().getRequiredProperty("local.server.port");
        var uri = URI.create("http://localhost:" + port + path);
        return JsonMapper.shared().readTree(RestClient.create().get().uri(uri).retrieve().body(String.class));
    }

    private void counted(Stream<PutRequest> counters) {
        var table = new Naming(prefix).physical(Fanout.ANALYTICS.name());
        var rows = counters.map(row -> WriteRequest.builder().putRequest(row).build()).toList();
        stack.dynamoDb().batchWriteItem(write -> write.requestItems(Map.of(table, rows)));
    }

    private static PutRequest row(String partition, String name, long count) {
        return PutRequest.builder()
                .item(Map.of(
                        "pk", AttributeValue.fromS(partition),
                        "sk", AttributeValue.fromS(name + "~7"),
                        Sums.COUNT, AttributeValue.fromN("" + count)))
                .build();
    }
}
