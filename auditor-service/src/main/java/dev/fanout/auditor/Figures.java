package dev.fanout.auditor;

import dev.fanout.auditor.Traffic.HostShare;
import dev.fanout.messaging.StateStore;
import dev.fanout.web.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
    /** How far an answer goes back where nothing has been closed for long. */
    private static final int WINDOWS = 12;

    private final Ledger ledger;
    private final AuditorSettings rules;
    private final Suspicions suspicions;
    private final StateStore state;
    private final Clock clock;

    Figures(Ledger ledger, AuditorSettings rules, StateStore state, Clock clock) {
        this.ledger = ledger;
        this.rules = rules;
        this.suspicions = new Suspicions(rules);
        this.state = state;
        this.clock = clock;
    }

    String auditor() {
        return ledger.auditor();
    }

    /** Views are counted by windows of one length. */
    void mustBeWindow(Duration asked) {
        if (!asked.equals(rules.window()))
            throw ProblemException.invalid("window", "must be " + rules.window() + ", as this auditor is set");
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

    /** Of the last window that is closed, and of those that are open. */
    List<Anomaly> anomaliesInWindows() {
        var hosts = byId();
        return windows().flatMap(window -> anomalies(window, hosts)).sorted(Anomaly.WORST_FIRST).toList();
    }

    List<Traffic> trafficInWindows() {
        var hosts = byId();
        var closed = closed();
        return windows().map(window -> traffic(window, closed.has(window.window()), hosts)).toList();
    }

    private Traffic traffic(WindowSums sums, boolean closed, Map<String, Host> hosts) {
        var all = sums.sum(Ledger.VIEWS);
        var found = anomalies(sums, hosts).collect(Collectors.groupingBy(Anomaly::hostId));
        var shares = sums.views(Ledger.BY_HOST).entrySet().stream()
                .map(host -> share(host.getKey(), host.getValue(), all, found.getOrDefault(host.getKey(), List.of())))
                .sorted(HostShare.LARGEST_FIRST)
                .toList();
        return new Traffic(
                sums.window(), closed, all, sums.sum(Ledger.AFTER_CLOSE), shares,
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

    private Closed closed() {
        return state.find(ledger.closed()).orElse(Closed.NONE);
    }

    /** The oldest first. The newest may begin soon: hosts' clocks differ a little. */
    private Stream<WindowSums> windows() {
        var newest = rules.windowOf(clock.instant().plus(rules.future()));
        var lastClosed = closed().until().minus(rules.window());
        var oldest = newest.minus(rules.window().multipliedBy(WINDOWS - 1));
        var first = lastClosed.isAfter(oldest) ? lastClosed : oldest;
        return Stream.iterate(first, start -> !start.isAfter(newest), start -> start.plus(rules.window()))
                .map(this::sums)
                .filter(sums -> !sums.isEmpty());
    }

    private WindowSums sums(Instant start) {
        return new WindowSums(start, state.sums(ledger.counts(), Ledger.partition(start), ""));
    }
}
