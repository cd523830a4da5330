package dev.fanout.auditor;

import static dev.fanout.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.auditor.anomaly.Gap;
import dev.fanout.auditor.anomaly.HostProfile;
import dev.fanout.auditor.anomaly.SendOrder;
import dev.fanout.auditor.anomaly.Sequence;
import dev.fanout.auditor.ledger.AnomalyMetrics;
import dev.fanout.auditor.ledger.Ledger;
import dev.fanout.events.ViewRecorded;
import dev.fanout.messaging.StateStore;
import dev.fanout.testing.FanoutStack;
import dev.fanout.testing.Needs;
import dev.fanout.testing.TestPublisher;
import dev.fanout.topology.Fanout;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** What Prometheus is told, after hosts have done their worst. */
@Needs
class MetricsTest {
    private final FanoutStack stack = FanoutStack.get();
    private final String prefix = stack.uniquePrefix();

    @Test
    void figures_stay_positive_and_exact_whatever_numbers_a_host_sends_and_cost_a_few_rows() {
        try (var observer = new SpringApplicationBuilder(AuditorApplication.class).run(
                "--spring.application.name=chaos-observer", "--server.port=0", "--fanout.prefix=" + prefix,
                "--fanout.provision=true")) {
            var publisher = new TestPublisher(prefix);
            var views = new AtomicLong();
            // A standard queue keeps no order: each number is there before the next is sent.
            for (var number : new long[] {1, 3, Long.MAX_VALUE}) {
                publisher.publishTo(Fanout.VIEW_EVENTS_CHAOS, view("a", number), view("b", number));
                views.addAndGet(2);
                eventually(() -> assertThat(viewsOf(observer)).isEqualTo(views.get()));
            }
            publisher.publishTo(Fanout.VIEW_EVENTS_CHAOS,
                    Stream.generate(() -> view("greedy", null)).limit(100).toArray(ViewRecorded[]::new));
            var meters = observer.getBean(MeterRegistry.class);
            eventually(() -> {
                observer.getBean(AnomalyMetrics.class).refresh();
                assertThat(figure(meters, "anomalies", "gap")).isEqualTo(4);
                assertThat(figure(meters, "hosts", "gap")).isEqualTo(2);
                assertThat(figure(meters, "anomalies", "dominant_host")).isEqualTo(100);
                assertThat(figure(meters, "hosts", "dominant_host")).isEqualTo(1);
            });
            // A host that came by another way than with its views is not looked for.
            var ledger = observer.getBean(Ledger.class);
            var unseen = new HostProfile("unseen", 5, new Sequence(9, List.of(new Gap(1, 3, Instant.EPOCH)), 0),
                    SendOrder.UNHEARD_OF, SendOrder.UNHEARD_OF, Map.of());
            observer.getBean(StateStore.class).put(ledger.host("unseen"), unseen);
            observer.getBean(AnomalyMetrics.class).refresh();
            assertThat(figure(meters, "anomalies", "gap")).isEqualTo(4);
        }
    }

    private static double figure(MeterRegistry meters, String what, String kind) {
        return meters.get("fanout.auditor." + what).tag("kind", kind).gauge().value();
    }

    private static long viewsOf(ConfigurableApplicationContext observer) {
        var all = observer.getBean(Ledger.class).all();
        return observer.getBean(StateStore.class).sum(all).count(Ledger.VIEWS);
    }

    private static ViewRecorded view(String host, @Nullable Long number) {
        return new ViewRecorded(UUID.randomUUID(), host, "film", "ad", Instant.now(), number);
    }
}
