package dev.fanout.auditor;

import dev.fanout.auditor.Traffic.HostShare;
import dev.fanout.messaging.StateStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What an auditor has seen, read from its tables. */
@Component
class Figures {
    private final Ledger ledger;
    private final Suspicions suspicions;
    private final StateStore state;
    private final CountedWindows windows;

    Figures(Ledger ledger, AuditorSettings rules, StateStore state, CountedWindows windows) {
        this.ledger = ledger;
        this.suspicions = new Suspicions(rules);
        this.state = state;
        this.windows = windows;
    }

    String auditor() {
        return ledger.auditor();
    }

    List<Anomaly> anomalies() {
        return suspicions.of(hosts());
    }

    Traffic traffic() {
        var hosts = hosts();
        var all = hosts.stream().mapToLong(Host::views).sum();
        var shares = hosts.stream()
                .map(host -> share(host.hostId(), host.views(), all, suspicions.of(host, all)))
                .sorted(HostShare.LARGEST_FIRST)
                .toList();
        return new Traffic(null, null, all, null, shares, total(Ledger.BY_CONTENT), total(Ledger.BY_AD));
    }

    Optional<HostFigures> host(String hostId) {
        var all = hosts().stream().mapToLong(Host::views).sum();
        return state.find(ledger.host(hostId))
                .map(host -> HostFigures.of(ledger.auditor(), host, all, suspicions.of(host, all)));
    }

    /** In windows of that length: the last that is closed, and those that are open. */
    List<Anomaly> anomaliesIn(Duration length) {
        var counted = windows.of(length);
        var hosts = byId();
        return counted.stream()
                .flatMap(window -> anomalies(window, hosts))
                .sorted(Anomaly.WORST_FIRST)
                .toList();
    }

    List<Traffic> trafficIn(Duration length) {
        var counted = windows.of(length);
        var hosts = byId();
        return counted.stream().map(window -> traffic(window, hosts)).toList();
    }

    private Traffic traffic(WindowSums sums, Map<String, Host> hosts) {
        var all = sums.sum(Ledger.VIEWS);
        var found = anomalies(sums, hosts).collect(Collectors.groupingBy(Anomaly::hostId));
        var shares = sums.views(Ledger.BY_HOST).entrySet().stream()
                .map(host -> share(host.getKey(), host.getValue(), all, found.getOrDefault(host.getKey(), List.of())))
                .sorted(HostShare.LARGEST_FIRST)
                .toList();
        return new Traffic(
                sums.window().start(), sums.closed(), all, sums.sum(Ledger.AFTER_CLOSE), shares,
                Share.of(sums.views(Ledger.BY_CONTENT)), Share.of(sums.views(Ledger.BY_AD)));
    }

    private Stream<Anomaly> anomalies(WindowSums window, Map<String, Host> hosts) {
        var all = window.sum(Ledger.VIEWS);
        return window.of(Ledger.BY_HOST).entrySet().stream().flatMap(host -> {
            var known = hosts.getOrDefault(host.getKey(), Host.unheardOf(host.getKey()));
            return suspicions.of(window.window(), known, host.getValue(), all).stream();
        });
    }

    private static HostShare share(String hostId, long views, long all, List<Anomaly> found) {
        var byKind = new TreeMap<String, Long>();
        found.forEach(anomaly -> byKind.merge(anomaly.kind(), anomaly.count(), Long::sum));
        return new HostShare(hostId, views, Share.of(views, all), byKind);
    }

    private List<Host> hosts() {
        return state.list(ledger.counts(), Ledger.HOSTS, "", Integer.MAX_VALUE, Host.class);
    }

    private Map<String, Host> byId() {
        return hosts().stream().collect(Collectors.toMap(Host::hostId, Function.identity()));
    }

    private List<Share> total(String dimension) {
        var views = new TreeMap<String, Long>();
        state.sums(ledger.counts(), dimension, "").forEach((name, fields) ->
                views.put(name, WindowSums.count(fields, Ledger.VIEWS)));
        return Share.of(views);
    }
}
