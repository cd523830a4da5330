package dev.fanout.auditor.anomaly;

import dev.fanout.auditor.window.Window;
import dev.fanout.events.AnomalyKind;
import dev.fanout.messaging.Sum;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says of hosts what looks wrong about them, from what is kept. */
public final class AnomalyReport {
    private final AuditorSettings rules;

    public AnomalyReport(AuditorSettings rules) {
        this.rules = rules;
    }

    /** Since the ledger began; but for dominance, which is seen beside all others. */
    public List<Anomaly> of(HostProfile host) {
        var found = new ArrayList<Anomaly>();
        for (var kind : AnomalyKind.values()) {
            var count = host.count(kind);
            var examples = kind == AnomalyKind.GAP ? newest(host.sequence().gaps()) : host.found(kind).texts();
            if (count > 0) found.add(new Anomaly(kind, host.hostId(), count, examples));
        }
        return List.copyOf(found);
    }

    public List<Anomaly> of(HostProfile host, long allViews) {
        return Stream.concat(of(host).stream(), dominance(host.hostId(), host.views(), allViews).stream())
                .sorted(Anomaly.WORST_FIRST)
                .toList();
    }

    /** In one window, by the host's sums; without examples. */
    public List<Anomaly> of(Window window, Sum host) {
        var found = new ArrayList<Anomaly>();
        for (var kind : AnomalyKind.values()) {
            var count = host.count(kind.wireName());
            if (count > 0) found.add(new Anomaly(kind, host.name(), count, List.of()).in(window.start()));
        }
        return found;
    }

    public Optional<Anomaly> dominance(String hostId, long views, long ofAll) {
        if (!rules.dominates(views, ofAll)) return Optional.empty();
        var share = Share.percent(Share.of(views, ofAll));
        return Optional.of(new Anomaly(AnomalyKind.DOMINANT_HOST, hostId, views, List.of(share)));
    }

    /** @param host what is remembered of it; of an older window it may be nothing */
    public Anomaly illustrated(Anomaly found, Window window, HostProfile host) {
        if (found.of() == AnomalyKind.DOMINANT_HOST) return found.in(window.start());
        var examples = found.of() == AnomalyKind.GAP
                ? newest(host.sequence().gaps().stream().filter(gap -> window.has(gap.window())).toList())
                : host.found(found.of()).textsIn(window);
        return new Anomaly(found.of(), found.hostId(), found.count(), examples).in(window.start());
    }

    private static List<String> newest(List<Gap> gaps) {
        return gaps.reversed().stream().limit(Finding.EXAMPLES).map(Gap::text).toList();
    }
}
