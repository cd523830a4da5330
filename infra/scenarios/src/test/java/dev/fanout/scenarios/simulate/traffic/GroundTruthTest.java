package dev.fanout.scenarios.simulate.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.events.AnomalyKind;
import dev.fanout.scenarios.simulate.IdealObserver;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the simulator claims to have injected is what somebody finds who sees nothing but the events. */
class GroundTruthTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"DOMINANT_HOST", "UNKNOWN_AD"})
    void of_each_disturbance(AnomalyKind kind) {
        var traffic = Plans.disturbed(Map.of(kind, 0.1), 11).traffic();
        assertThat(GroundTruth.of(traffic).of(kind)).isBetween(120, 250);
        assertThat(claimed(traffic)).isEqualTo(found(traffic));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void of_all_at_once(long seed) {
        var traffic = Plans.disturbed(Plans.ALL, seed).traffic();
        assertThat(claimed(traffic)).isEqualTo(found(traffic));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"DOMINANT_HOST", "UNKNOWN_AD"})
    void even_if_it_befalls_every_view(AnomalyKind kind) {
        var traffic = Plans.disturbed(Map.of(kind, 1.0), 12).traffic();
        assertThat(claimed(traffic)).isEqualTo(found(traffic));
    }

    @Test
    void of_clean_traffic_there_is_none() {
        var truth = GroundTruth.of(Plans.CLEAN.traffic());
        assertThat(truth.faults()).isEmpty();
        assertThat(truth.views().values().stream().mapToInt(count -> count).sum()).isEqualTo(2_000);
        assertThat(truth.hosts()).startsWith("host-1", "host-2").endsWith("host-10");
    }

    @Test
    void behind_a_fifo_topic_there_are_no_duplicates() {
        var truth = GroundTruth.of(Plans.disturbed(Plans.ALL, 1).traffic());
        assertThat(truth.withoutDuplicates().of(AnomalyKind.DUPLICATE)).isZero();
        assertThat(truth.withoutDuplicates().of(AnomalyKind.LATE)).isEqualTo(truth.of(AnomalyKind.LATE)).isPositive();
        assertThat(truth.withoutDuplicates().views()).isEqualTo(truth.views());
    }

    private static Map<String, Map<AnomalyKind, Long>> claimed(SimulatedTraffic traffic) {
        var claimed = new TreeMap<String, Map<AnomalyKind, Long>>();
        GroundTruth.of(traffic).faults().forEach((host, counts) -> {
            var longs = new HashMap<AnomalyKind, Long>();
            counts.forEach((kind, count) -> longs.put(kind, count.longValue()));
            claimed.put("run-" + host, longs);
        });
        return claimed;
    }

    private static Map<String, Map<AnomalyKind, Long>> found(SimulatedTraffic traffic) {
        var observer = new IdealObserver();
        traffic.events(new RunId("run", 1), NOON).forEach(view -> observer.hear(view, NOON));
        return observer.anomalies();
    }
}
