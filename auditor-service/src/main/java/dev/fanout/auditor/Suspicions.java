package dev.fanout.auditor;

import dev.fanout.events.AnomalyKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says of hosts what looks wrong about them, from what is kept. */
final class Suspicions {
    private final AuditorSettings rules;

    Suspicions(AuditorSettings rules) {
        this.rules = rules;
    }

    /** Since the ledger began. */
    List<Anomaly> of(List<Host> hosts) {
        var all = hosts.stream().mapToLong(Host::views).sum();
        return hosts.stream().flatMap(host -> of(host, all).stream()).sorted(Anomaly.WORST_FIRST).toList();
    }

    List<Anomaly> of(Host host, long allViews) {
        var found = new ArrayList<Anomaly>();
        host.findings().forEach((kind, finding) ->
                found.add(new Anomaly(kind, host.hostId(), finding.count(), finding.texts())));
        var missing = host.sequence().missing();
        if (missing > 0)
            found.add(new Anomaly(AnomalyKind.GAP, host.hostId(), missing, newest(host.sequence().gaps())));
        if (rules.dominates(host.views(), allViews)) found.add(dominance(host.hostId(), host.views(), allViews));
        found.sort(Anomaly.WORST_FIRST);
        return List.copyOf(found);
    }

    /**
     * In one window.
     *
     * @param sums of the host, by field
     * @param examples what is remembered of the host; of an older window it may be nothing
     */
    List<Anomaly> of(Window window, Host examples, Map<String, BigDecimal> sums, long allViews) {
        var found = new ArrayList<Anomaly>();
        for (var kind : AnomalyKind.values()) {
            var count = sums.getOrDefault(kind.wireName(), BigDecimal.ZERO).longValueExact();
            if (count > 0) found.add(new Anomaly(kind, examples.hostId(), count, examplesIn(window, kind, examples)));
        }
        var views = sums.getOrDefault(Ledger.VIEWS, BigDecimal.ZERO).longValueExact();
        if (rules.dominates(views, allViews)) found.add(dominance(examples.hostId(), views, allViews));
        return found.stream().map(anomaly -> anomaly.in(window.start())).toList();
    }

    private static List<String> examplesIn(Window window, AnomalyKind kind, Host host) {
        if (kind != AnomalyKind.GAP) return host.found(kind).textsIn(window);
        return newest(host.sequence().gaps().stream().filter(gap -> window.has(gap.window())).toList());
    }

    private static List<String> newest(List<Gap> gaps) {
        return gaps.reversed().stream().limit(Finding.EXAMPLES).map(Gap::text).toList();
    }

    private static Anomaly dominance(String hostId, long views, long ofAll) {
        return new Anomaly(AnomalyKind.DOMINANT_HOST, hostId, views, List.of(Share.percent(Share.of(views, ofAll))));
    }
}
