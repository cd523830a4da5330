package dev.fanout.auditor.ledger;

import dev.fanout.auditor.anomaly.AuditorSettings;
import dev.fanout.auditor.anomaly.HostProfile;
import dev.fanout.events.AnomalyKind;
import dev.fanout.messaging.Saturated;
import dev.fanout.messaging.StateStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How much looks wrong, for Prometheus: from sums that are written with the views, so it outlives the process, and is
 * a few rows, however many hosts there are.
 */
@Component
public class AnomalyMetrics {
    private static final Logger log = LoggerFactory.getLogger(AnomalyMetrics.class);

    private final Ledger ledger;
    private final AuditorSettings rules;
    private final StateStore state;
    private volatile Map<AnomalyKind, Seen> seen = new EnumMap<>(AnomalyKind.class);

    /** @param hosts that it is seen of */
    private record Seen(long count, long hosts) {
        static final Seen NOTHING = new Seen(0, 0);

        Seen and(HostProfile host) {
            return new Seen(Saturated.sum(count, host.views()), hosts + 1);
        }
    }

    AnomalyMetrics(Ledger ledger, AuditorSettings rules, StateStore state, MeterRegistry meters) {
        this.ledger = ledger;
        this.rules = rules;
        this.state = state;
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
    public void refresh() {
        try {
            var found = new EnumMap<AnomalyKind, Seen>(AnomalyKind.class);
            for (var kind : AnomalyKind.values()) found.put(kind, sum(kind));
            found.put(AnomalyKind.DOMINANT_HOST, dominant());
            seen = found;
        } catch (RuntimeException e) {
            log.info("{}: the figures of anomalies are old: {}", ledger.auditor(), e.toString());
        }
    }

    private Seen sum(AnomalyKind kind) {
        var sum = state.sum(ledger.anomalies(kind));
        // A ledger may be older than these sums: then some of it is settled that was never added.
        return new Seen(Math.max(0, sum.count(Ledger.COUNT)), Math.max(0, sum.count(Ledger.HOSTS)));
    }

    private Seen dominant() {
        var all = state.sum(ledger.all()).count(Ledger.VIEWS);
        var leading = state.find(ledger.leading()).orElse(TopHosts.NOBODY).hosts();
        var keys = leading.stream().map(host -> ledger.host(host.hostId())).toList();
        var dominant = Seen.NOTHING;
        for (var host : state.find(keys)) if (rules.dominates(host.views(), all)) dominant = dominant.and(host);
        return dominant;
    }

    private Seen of(AnomalyKind kind) {
        return seen.getOrDefault(kind, Seen.NOTHING);
    }
}
