package dev.fanout.auditor.api;

import dev.fanout.auditor.anomaly.Anomaly;
import dev.fanout.events.AnomalyKind;
import dev.fanout.messaging.listing.Count;
import dev.fanout.messaging.listing.Largest;
import dev.fanout.messaging.listing.Others;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The largest of what a ledger holds, or one window of it, and what the others come to.
 *
 * @param anomalies by kind, the hosts with the most
 * @param afterClose how many of a window's views came when it was closed
 */
public record LedgerTotals(
        Largest<HostSummary> hosts,
        Largest<Count> contents,
        Largest<Count> ads,
        Map<AnomalyKind, Largest<Anomaly>> anomalies,
        long afterClose) {

    public long views() {
        return hosts.total();
    }

    LedgerTotals first(int limit) {
        return new LedgerTotals(
                hosts.first(limit), contents.first(limit), ads.first(limit), anomaliesFirst(limit), afterClose);
    }

    private Map<AnomalyKind, Largest<Anomaly>> anomaliesFirst(int limit) {
        var first = new TreeMap<>(anomalies);
        first.replaceAll((_, found) -> found.first(limit));
        return first;
    }

    List<TrafficStats.HostShare> shares() {
        return hosts.items().stream().map(host -> host.share(views())).toList();
    }

    /** By kind, what several lists of anomalies leave out. */
    public static Map<String, Others> otherAnomalies(List<LedgerTotals> all) {
        var others = new TreeMap<String, Others>();
        for (var totals : all)
            totals.anomalies.forEach((kind, found) ->
                    others.merge(kind.wireName(), found.others(), Others::and));
        others.values().removeIf(Others::empty);
        return others;
    }

    /** What the lists of hosts, contents and ads leave out. */
    Map<String, Others> others(String ofHosts, String ofContents, String ofAds) {
        return Others.where(Map.of(ofHosts, hosts, ofContents, contents, ofAds, ads));
    }
}
