package dev.fanout.auditor.api;

import dev.fanout.auditor.anomaly.Anomaly;
import dev.fanout.auditor.anomaly.AnomalyReport;
import dev.fanout.auditor.anomaly.HostProfile;
import dev.fanout.auditor.ledger.Ledger;
import dev.fanout.auditor.window.Window;
import dev.fanout.events.AnomalyKind;
import dev.fanout.messaging.Saturated;
import dev.fanout.messaging.Sum;
import dev.fanout.messaging.listing.Count;
import dev.fanout.messaging.listing.Largest;
import dev.fanout.messaging.listing.Others;
import dev.fanout.messaging.listing.Ranking;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Adds up hosts, contents and ads one by one; however many there are, it remembers the largest alone. */
public final class TotalsBuilder {
    private final AnomalyReport suspicions;
    private final int most;
    private final Ranking<HostSummary> hosts;
    private final Ranking<Count> contents;
    private final Ranking<Count> ads;
    private final Map<AnomalyKind, Ranking<Anomaly>> anomalies = new EnumMap<>(AnomalyKind.class);
    private long afterClose;

    public TotalsBuilder(AnomalyReport suspicions, int most) {
        this.suspicions = suspicions;
        this.most = most;
        this.hosts = new Ranking<>(most);
        this.contents = new Ranking<>(most);
        this.ads = new Ranking<>(most);
    }

    public void add(HostProfile host) {
        add(new HostSummary(host.hostId(), host.views(), suspicions.of(host)));
    }

    void addContent(Sum sum) {
        contents.add(new Count(sum.name(), sum.count(Ledger.VIEWS)));
    }

    void addAd(Sum sum) {
        ads.add(new Count(sum.name(), sum.count(Ledger.VIEWS)));
    }

    /** One of a window, where all three are in one partition. */
    public void addPrefixed(Window window, Sum prefixed) {
        var end = prefixed.name().indexOf('#');
        var sum = new Sum(prefixed.name().substring(end + 1), prefixed.fields());
        switch (prefixed.name().substring(0, end)) {
            case Ledger.BY_HOST -> {
                afterClose = Saturated.sum(afterClose, sum.count(Ledger.AFTER_CLOSE));
                add(new HostSummary(sum.name(), sum.count(Ledger.VIEWS), suspicions.of(window, sum)));
            }
            case Ledger.BY_CONTENT -> addContent(sum);
            case Ledger.BY_AD -> addAd(sum);
            default -> throw new IllegalStateException("a window has no " + prefixed.name());
        }
    }

    private void add(HostSummary host) {
        hosts.add(host);
        for (var found : host.anomalies())
            anomalies.computeIfAbsent(found.of(), _ -> new Ranking<>(most)).add(found);
    }

    /** Who dominates is known when all are. */
    public LedgerTotals totals() {
        var largest = hosts.largest();
        var known = new ArrayList<HostSummary>();
        var dominant = new ArrayList<Anomaly>();
        for (var host : largest.items()) {
            var dominance = suspicions.dominance(host.name(), host.views(), largest.total());
            dominance.ifPresent(dominant::add);
            known.add(dominance.map(it -> with(host, it)).orElse(host));
        }
        var found = new EnumMap<AnomalyKind, Largest<Anomaly>>(AnomalyKind.class);
        anomalies.forEach((kind, ranking) -> found.put(kind, ranking.largest()));
        if (!dominant.isEmpty()) found.put(AnomalyKind.DOMINANT_HOST, new Largest<>(dominant, Others.NONE));
        return new LedgerTotals(
                new Largest<>(known, largest.others()), contents.largest(), ads.largest(), found, afterClose);
    }

    private static HostSummary with(HostSummary host, Anomaly another) {
        var all = new ArrayList<>(host.anomalies());
        all.add(another);
        return new HostSummary(host.name(), host.views(), List.copyOf(all));
    }
}
