package dev.fanout.auditor;

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
final class Totalling {
    private final Suspicions suspicions;
    private final int most;
    private final Ranking<Known> hosts;
    private final Ranking<Count> contents;
    private final Ranking<Count> ads;
    private final Map<AnomalyKind, Ranking<Anomaly>> anomalies = new EnumMap<>(AnomalyKind.class);
    private long afterClose;

    Totalling(Suspicions suspicions, int most) {
        this.suspicions = suspicions;
        this.most = most;
        this.hosts = new Ranking<>(most);
        this.contents = new Ranking<>(most);
        this.ads = new Ranking<>(most);
    }

    void add(Host host) {
        add(new Known(host.hostId(), host.views(), suspicions.of(host)));
    }

    void addContent(Sum sum) {
        contents.add(new Count(sum.name(), sum.count(Ledger.VIEWS)));
    }

    void addAd(Sum sum) {
        ads.add(new Count(sum.name(), sum.count(Ledger.VIEWS)));
    }

    /** One of a window, where all three are in one partition. */
    void addPrefixed(Window window, Sum prefixed) {
        var end = prefixed.name().indexOf('#');
        var sum = new Sum(prefixed.name().substring(end + 1), prefixed.fields());
        switch (prefixed.name().substring(0, end)) {
            case Ledger.BY_HOST -> {
                afterClose = Saturated.sum(afterClose, sum.count(Ledger.AFTER_CLOSE));
                add(new Known(sum.name(), sum.count(Ledger.VIEWS), suspicions.of(window, sum)));
            }
            case Ledger.BY_CONTENT -> addContent(sum);
            case Ledger.BY_AD -> addAd(sum);
            default -> throw new IllegalStateException("a window has no " + prefixed.name());
        }
    }

    private void add(Known host) {
        hosts.add(host);
        for (var found : host.anomalies())
            anomalies.computeIfAbsent(found.of(), _ -> new Ranking<>(most)).add(found);
    }

    /** Who dominates is known when all are. */
    Totals totals() {
        var largest = hosts.largest();
        var known = new ArrayList<Known>();
        var dominant = new ArrayList<Anomaly>();
        for (var host : largest.items()) {
            var dominance = suspicions.dominance(host.name(), host.views(), largest.total());
            dominance.ifPresent(dominant::add);
            known.add(dominance.map(it -> with(host, it)).orElse(host));
        }
        var found = new EnumMap<AnomalyKind, Largest<Anomaly>>(AnomalyKind.class);
        anomalies.forEach((kind, ranking) -> found.put(kind, ranking.largest()));
        if (!dominant.isEmpty()) found.put(AnomalyKind.DOMINANT_HOST, new Largest<>(dominant, Others.NONE));
        return new Totals(
                new Largest<>(known, largest.others()), contents.largest(), ads.largest(), found, afterClose);
    }

    private static Known with(Known host, Anomaly another) {
        var all = new ArrayList<>(host.anomalies());
        all.add(another);
        return new Known(host.name(), host.views(), List.copyOf(all));
    }
}
