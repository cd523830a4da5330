package dev.fanout.scenarios.simulate.traffic;

import dev.fanout.events.AnomalyKind;
import java.util.Map;

/** Traffic for tests: ten hosts, 2,000 views. */
public final class Plans {
    static final TrafficPlan CLEAN = new TrafficPlan(10, 1, 100, 20, Map.of(), Disturbances.NONE, 7);
    public static final Map<AnomalyKind, Double> ALL = Map.of(
            AnomalyKind.DUPLICATE, 0.05, AnomalyKind.LATE, 0.03, AnomalyKind.FUTURE, 0.02,
            AnomalyKind.OUT_OF_ORDER, 0.1, AnomalyKind.UNKNOWN_CONTENT, 0.04, AnomalyKind.GAP, 0.06);

    private Plans() {}

    public static TrafficPlan disturbed(Map<AnomalyKind, Double> shares, long seed) {
        return new TrafficPlan(10, 1, 100, 20, Map.of(), new Disturbances(shares), seed);
    }

    /** Over at once, and with a spike that makes the third host dominant. */
    public static SimulatedTraffic quick(Map<AnomalyKind, Double> shares) {
        return new TrafficPlan(4, 1, 300, 1, Map.of(2, 500.0), new Disturbances(shares), 3).traffic();
    }
}
