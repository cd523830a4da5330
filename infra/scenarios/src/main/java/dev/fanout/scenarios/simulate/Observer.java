package dev.fanout.scenarios.simulate;

import dev.fanout.cli.rest.Rest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One who counts views and says what is odd about them. */
record Observer(String name, Expectation expected) {

    private record Summary(Map<String, Long> byHost) {}

    private record Anomaly(String kind, String hostId, long count) {}

    private record Anomalies(List<Anomaly> anomalies) {}

    /** Of the hosts of this run alone: others have traffic, too. */
    Report report(Rest rest, Run run) {
        var views = new HashMap<String, Long>();
        var all = rest.get(name, "/ledger/summary", Summary.class).byHost();
        all.forEach((hostId, count) -> run.hostOf(hostId).ifPresent(host -> views.put(host, count)));
        var anomalies = new HashMap<String, Map<String, Long>>();
        for (var found : rest.get(name, "/anomalies", Anomalies.class).anomalies())
            run.hostOf(found.hostId()).ifPresent(host -> anomalies
                    .computeIfAbsent(host, _ -> new TreeMap<>())
                    .merge(found.kind(), found.count(), Long::sum));
        return new Report(name, all.values().stream().mapToLong(count -> count).sum(), views, anomalies);
    }
}
