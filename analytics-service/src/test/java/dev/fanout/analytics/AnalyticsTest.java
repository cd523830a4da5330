package dev.fanout.analytics;

import static dev.fanout.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.events.OrderCreated;
import dev.fanout.events.OrderStatus;
import dev.fanout.events.OrderUpdated;
import dev.fanout.events.ViewRecorded;
import dev.fanout.testing.FanoutStack;
import dev.fanout.testing.Needs;
import dev.fanout.testing.TestPublisher;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.client.RestClient;

/** Two instances of analytics side by side. */
@Needs
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnalyticsTest {
    private final FanoutStack stack = FanoutStack.get();
    private final String prefix = stack.uniquePrefix();
    private final List<ConfigurableApplicationContext> instances = new ArrayList<>();
    private final TestPublisher publisher = new TestPublisher(prefix);

    @BeforeAll
    void start() {
        var arguments = stack.properties(prefix).entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        for (int i = 0; i < 2; i++) instances.add(new SpringApplicationBuilder(AnalyticsApplication.class).run(arguments));
    }

    @AfterAll
    void stop() {
        instances.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void orders_are_counted_by_their_newest_status_and_revenue_leaves_out_the_cancelled() {
        publisher.publish(
                new OrderCreated(UUID.randomUUID(), "a", 1, new BigDecimal("10.00"), OrderStatus.PENDING, List.of(), 1, Instant.now()),
                changed("b", "5.50", OrderStatus.CONFIRMED, 2),
                new OrderCreated(UUID.randomUUID(), "b", 1, new BigDecimal("5.50"), OrderStatus.PENDING, List.of(), 1, Instant.now()),
                changed("c", "7.00", OrderStatus.CANCELLED, 2));
        eventually(() -> assertThat(get("/analytics/orders")).isEqualTo(
                "{\"orders\":3,\"by_status\":{\"cancelled\":1,\"confirmed\":1,\"pending\":1,\"shipped\":0},\"revenue\":15.50}"));
    }

    @Test
    void two_instances_count_every_view_once_and_both_do_their_share() {
        var minute = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        var rounds = new AtomicInteger();
        eventually(() -> {
            publisher.publish(IntStream.range(0, 300).mapToObj(i -> view("host-" + i % 3, minute)).toList());
            rounds.incrementAndGet();
            assertThat(instances).allSatisfy(instance -> assertThat(done(instance)).isPositive());
        });
        int each = 100 * rounds.get();
        eventually(() -> assertThat(get("/analytics/views"))
                .contains("\"total\":" + 3 * each)
                .contains("\"by_host\":{\"host-0\":%1$d,\"host-1\":%1$d,\"host-2\":%1$d}".formatted(each))
                .contains("\"by_ad\":{\"ad\":%d}".formatted(3 * each))
                .contains("\"per_minute\":{\"%s\":%d}".formatted(minute, 3 * each)));
        eventually(() -> assertThat(instances.stream().mapToDouble(AnalyticsTest::done).sum()).isEqualTo(3 * each));
    }

    private static ViewRecorded view(String host, Instant claimed) {
        return new ViewRecorded(UUID.randomUUID(), host, "content", "ad", claimed, null);
    }

    private static double done(ConfigurableApplicationContext instance) {
        return instance.getBean(MeterRegistry.class)
                .find("fanout.processed")
                .tags("topic", "view-events.fifo", "outcome", "done")
                .counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private String get(String path) {
        var port = instances.getFirst().getEnvironment().getRequiredProperty("local.server.port");
        return String.valueOf(RestClient.create("http://localhost:" + port).get().uri(path).retrieve().body(String.class));
    }

    private static OrderUpdated changed(String id, String total, OrderStatus status, long version) {
        return new OrderUpdated(
                UUID.randomUUID(), id, 1, new BigDecimal(total), status, List.of(), version, Instant.now());
    }
}
