package dev.fanout.scenarios.simulate.observe;

import dev.fanout.events.AnomalyKind;
import java.util.Map;

/**
 * What an observer says of the hosts of one run.
 *
 * @param allViews those of all hosts, whoever's they are
 * @param views by host
 * @param anomalies by host and kind; a kind may be one that we do not know
 */
public record ObserverReport(String observer, long allViews, Map<String, Long> views, Map<String, Map<String,
        Long>> anomalies) {

    long views(String host) {
        return views.getOrDefault(host, 0L);
    }

    Map<String, Long> of(String host) {
        return anomalies.getOrDefault(host, Map.of());
    }

    public long of(AnomalyKind kind) {
        return anomalies.values().stream().mapToLong(counts -> counts.getOrDefault(kind.wireName(), 0L)).sum();
    }
}
