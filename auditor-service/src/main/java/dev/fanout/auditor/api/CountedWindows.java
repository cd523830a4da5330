package dev.fanout.auditor.api;

import dev.fanout.auditor.anomaly.Anomaly;
import dev.fanout.auditor.anomaly.AnomalyReport;
import dev.fanout.auditor.anomaly.AuditorSettings;
import dev.fanout.auditor.anomaly.HostProfile;
import dev.fanout.auditor.ledger.Ledger;
import dev.fanout.auditor.window.ClosedUntil;
import dev.fanout.auditor.window.Window;
import dev.fanout.messaging.Page;
import dev.fanout.messaging.Span;
import dev.fanout.messaging.StateStore;
import dev.fanout.messaging.Sum;
import dev.fanout.messaging.listing.Largest;
import dev.fanout.web.ProblemException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What was counted by the time that views claim. It is kept in parts of one length; several make a longer window. */
@Component
public class CountedWindows {
    /** Hosts, contents, ads, and anomalies of each kind that are kept of one window. */
    static final int MOST = 100;

    private final Ledger ledger;
    private final AuditorSettings rules;
    private final AnomalyReport anomalies;
    private final StateStore state;
    private final Clock clock;

    CountedWindows(Ledger ledger, AuditorSettings rules, StateStore state, Clock clock) {
        this.ledger = ledger;
        this.rules = rules;
        this.anomalies = new AnomalyReport(rules);
        this.state = state;
        this.clock = clock;
    }

    /** The last that is closed and those that are open, without the empty ones. */
    List<CountedWindow> of(Duration length) {
        var closed = state.find(ledger.closed()).orElse(ClosedUntil.NONE);
        var newest = newest();
        return shown(length, closed, newest, rules.longestWindow())
                .map(window -> new CountedWindow(window, closed.has(window), totals(window, newest)))
                .filter(counted -> counted.totals().hosts().entries() > 0)
                .toList();
    }

    /** It may begin soon: hosts' clocks differ a little. */
    private Instant newest() {
        return rules.windowOf(clock.instant().plus(rules.future()));
    }

    /**
     * The oldest first.
     *
     * @param reach how far an answer goes back where nothing has been closed for long
     */
    public static Stream<Window> shown(Duration length, ClosedUntil closed, Instant newest, Duration reach) {
        var lastClosed = Window.at(closed.until(), length).previous();
        var oldest = Window.at(newest.minus(reach), length).previous();
        var first = lastClosed.start().isAfter(oldest.start()) ? lastClosed : oldest;
        return Stream.iterate(first, window -> !window.start().isAfter(newest), Window::next);
    }

    void mustBeMultiple(Duration asked) {
        if (!rules.isMultiple(asked))
            throw ProblemException.invalid("window", "must be a multiple of %s, at most %s"
                    .formatted(rules.window(), rules.longestWindow()));
    }

    private LedgerTotals totals(Window window, Instant newest) {
        var parts = window.parts(rules.window(), newest).map(Ledger::partition).toList();
        var totalling = new TotalsBuilder(anomalies, MOST);
        Page.walk(Span.ALL, span -> state.sums(ledger.counts(), parts, span, MOST),
                sum -> totalling.addPrefixed(window, sum));
        return illustrated(window, totalling.totals());
    }

    private LedgerTotals illustrated(Window window, LedgerTotals totals) {
        var found = new TreeMap<>(totals.anomalies());
        found.replaceAll((_, largest) -> illustrated(window, largest));
        return new LedgerTotals(totals.hosts(), totals.contents(), totals.ads(), found, totals.afterClose());
    }

    private Largest<Anomaly> illustrated(Window window, Largest<Anomaly> found) {
        var keys = found.items().stream().map(anomaly -> ledger.host(anomaly.hostId())).toList();
        var hosts = state.find(keys).stream().collect(Collectors.toMap(HostProfile::hostId, Function.identity()));
        var items = found.items().stream()
                .map(anomaly -> anomalies.illustrated(
                        anomaly, window, hosts.getOrDefault(anomaly.hostId(), HostProfile.unheardOf(anomaly.hostId()))))
                .toList();
        return new Largest<>(items, found.others());
    }

    /** The anomalies of one host in a window. */
    List<Anomaly> of(CountedWindow counted, HostProfile host) {
        var window = counted.window();
        var fields = new HashMap<String, BigDecimal>();
        window.parts(rules.window(), newest())
                .map(part -> state.sum(ledger.inWindow(part, Ledger.BY_HOST, host.hostId())))
                .forEach(part -> part.fields().forEach((field, sum) -> fields.merge(field, sum, BigDecimal::add)));
        var sum = new Sum(host.hostId(), fields);
        var dominance = anomalies.dominance(host.hostId(), sum.count(Ledger.VIEWS), counted.totals().views());
        return Stream.concat(anomalies.of(window, sum).stream(), dominance.stream())
                .map(found -> anomalies.illustrated(found, window, host))
                .toList();
    }
}
