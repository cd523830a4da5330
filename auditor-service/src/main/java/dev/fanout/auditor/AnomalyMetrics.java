package dev.fanout.auditor;

import dev.fanout.events.AnomalyKind;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How much looks wrong, for Prometheus: read from the tables, so that it outlives the process. */
@Component
class AnomalyMetrics {
    private static final Logger log = LoggerFactory.getLogger(AnomalyMetrics.class);

    private final Figures figures;
    private volatile Map<AnomalyKind, Seen> seen = new EnumMap<>(AnomalyKind.class);

    /** @param hosts that it is seen of */
    private record Seen(long count, long hosts) {
        static final Seen NOTHING = new Seen(0, 0);

        static Seen of(AnomalyKind kind, List<Anomaly> anomalies) {
            var ofKind = anomalies.stream().filter(anomaly -> anomaly.is(kind)).toList();
            return new Seen(ofKind.stream().mapToLong(Anomaly::count).sum(), ofKind.size());
        }
    }

    AnomalyMetrics(Figures figures, MeterRegistry meters) {
        this.figures = figures;
        for (var kind : AnomalyKind.values()) {
            Gauge.builder("fanout.auditor.anomalies", this, metrics -> metrics.of(kind).count)
                    .description("what looks wrong in the ledger; of a dominant host, its views")
                    .tag("kind", kind.wireName())
                    .register(meters);
            Gauge.builder("fanout.auditor.hosts", this, metrics -> metrics.of(kind).hosts)
                    .description("hosts about which that looks wrong")
                    .tag("kind", kind.wireName())
                    .register(meters);
        }
    }

    @Scheduled(initialDelay = 5, fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
    void refresh() {
        try {
            var anomalies = figures.anomalies();
            var found = new EnumMap<AnomalyKind, Seen>(AnomalyKind.class);
            for (var kind : AnomalyKind.values()) found.put(kind, Seen.of(kind, anomalies));
            seen = found;
        } catch (RuntimeException e) {
            log.info("{}: the figures of anomalies are old: {}", figures.auditor(), e.toString());
        }
    }

    private Seen of(AnomalyKind kind) {
        return seen.getOrDefault(kind, Seen.NOTHING);
    }
}
