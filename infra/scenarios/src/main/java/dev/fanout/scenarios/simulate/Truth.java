package dev.fanout.scenarios.simulate;

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
record Truth(Map<String, Integer> views, Map<String, Map<AnomalyKind, Integer>> faults) {
    static Truth of(Traffic traffic) {
        var views = new TreeMap<String, Integer>(Truth::byNumber);
        var faults = new TreeMap<String, Map<AnomalyKind, Integer>>();
        for (var sending : traffic.sendings()) {
            var fault = sending.fault();
            if (fault != AnomalyKind.DUPLICATE) views.merge(sending.host(), 1, Integer::sum);
            if (fault != null) count(faults, sending.host(), fault);
        }
        return new Truth(views, faults);
    }

    private static void count(Map<String, Map<AnomalyKind, Integer>> faults, String host, AnomalyKind kind) {
        faults.computeIfAbsent(host, _ -> new EnumMap<>(AnomalyKind.class)).merge(kind, 1, Integer::sum);
    }

    /** host-10 comes after host-9. */
    private static int byNumber(String one, String other) {
        return one.length() == other.length() ? one.compareTo(other) : one.length() - other.length();
    }

    Set<String> hosts() {
        return views.keySet();
    }

    int views(String host) {
        return views.getOrDefault(host, 0);
    }

    int of(String host, AnomalyKind kind) {
        return faults.getOrDefault(host, Map.of()).getOrDefault(kind, 0);
    }

    int of(AnomalyKind kind) {
        return hosts().stream().mapToInt(host -> of(host, kind)).sum();
    }

    /** As those hear it who listen through a FIFO topic: it drops what is told a second time. */
    Truth withoutDuplicates() {
        var left = new TreeMap<String, Map<AnomalyKind, Integer>>();
        faults.forEach((host, counts) -> {
            var others = new EnumMap<AnomalyKind, Integer>(counts);
            others.remove(AnomalyKind.DUPLICATE);
            left.put(host, others);
        });
        return new Truth(views, left);
    }
}
