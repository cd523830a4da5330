package dev.fanout.scenarios.simulate.observe;

import dev.fanout.cli.rest.Rest;
import dev.fanout.scenarios.simulate.traffic.RunId;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/** One who counts views and says what is odd about them. */
public record Observer(String name, Expectation expected) {

    /** Of the hosts of this run alone: others have traffic, too. */
    ObserverReport report(Rest rest, RunId run) {
        var views = new HashMap<String, Long>();
        var anomalies = new HashMap<String, Map<String, Long>>();
        var all = new AtomicLong();
        rest.pages(name, "/ledger/hosts", page -> page.path("hosts").forEach(found -> {
            var count = found.path("views").asLong();
            all.addAndGet(count);
            run.hostOf(found.path("host_id").asString()).ifPresent(host -> {
                views.put(host, count);
                anomalies.put(host, kinds(found.path("anomalies")));
            });
        }));
        return new ObserverReport(name, all.get(), views, anomalies);
    }

    private static Map<String, Long> kinds(JsonNode anomalies) {
        var counts = new TreeMap<String, Long>();
        anomalies.properties().forEach(kind -> counts.put(kind.getKey(), kind.getValue().asLong()));
        return counts;
    }
}
