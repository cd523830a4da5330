package dev.fanout.scenarios.simulate.traffic;

import dev.fanout.events.AnomalyKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was sent, and what is wrong with it, host by host. Who dominates is not in it: that depends on all others.
 *
 * @param views different ones
 */
public record GroundTruth(Map<String, Integer> views, Map<String, Map<AnomalyKind, Integer>> faults) {
    public static GroundTruth of(SimulatedTraffic traffic) {
        var views = new TreeMap<String, Integer>(GroundTruth::byNumber);
        var faults = new TreeMap<String, Map<AnomalyKind, Integer>>();
        for (var sent : traffic.sendings()) {
            var fault = sent.fault();
            if (fault != AnomalyKind.DUPLICATE) views.merge(sent.host(), 1, Integer::sum);
            if (fault != null) count(faults, sent.host(), fault);
        }
        return new GroundTruth(views, faults);
    }

    private static void count(Map<String, Map<AnomalyKind, Integer>> faults, String host, AnomalyKind kind) {
        faults.computeIfAbsent(host, _ -> new EnumMap<>(AnomalyKind.class)).merge(kind, 1, Integer::sum);
    }

    /** host-10 comes after host-9. */
    private static int byNumber(String one, String other) {
        return one.length() == other.length() ? one.compareTo(other) : one.length() - other.length();
    }

    public Set<String> hosts() {
        return views.keySet();
    }

    public int views(String host) {
        return views.getOrDefault(host, 0);
    }

    public int of(String host, AnomalyKind kind) {
        return faults.getOrDefault(host, Map.of()).getOrDefault(kind, 0);
    }

    public int of(AnomalyKind kind) {
        return hosts().stream().mapToInt(host -> of(host, kind)).sum();
    }

    /** As those hear it who listen through a FIFO topic: it drops what is told a second time. */
    public GroundTruth withoutDuplicates() {
        var left = new TreeMap<String, Map<AnomalyKind, Integer>>();
        faults.forEach((host, counts) -> {
            var others = new EnumMap<AnomalyKind, Integer>(counts);
            others.remove(AnomalyKind.DUPLICATE);
            left.put(host, others);
        });
        return new GroundTruth(views, left);
    }
}
