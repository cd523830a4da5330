package dev.fanout.auditor.api;

import dev.fanout.auditor.anomaly.Anomaly;
import dev.fanout.auditor.anomaly.Share;
import dev.fanout.messaging.Saturated;
import dev.fanout.messaging.listing.Ranked;
import java.util.List;
import java.util.TreeMap;

/** A host among others: how much it shows, and what looks wrong about it. */
record HostSummary(String name, long views, List<Anomaly> anomalies) implements Ranked {
    @Override
    public long size() {
        return views;
    }

    TrafficStats.HostShare share(long ofAll) {
        var byKind = new TreeMap<String, Long>();
        anomalies.forEach(anomaly -> byKind.merge(anomaly.kind(), anomaly.count(), Saturated::sum));
        return new TrafficStats.HostShare(name, views, Share.of(views, ofAll), byKind);
    }
}
