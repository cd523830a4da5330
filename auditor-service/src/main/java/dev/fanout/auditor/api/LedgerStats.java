package dev.fanout.auditor.api;

import dev.fanout.auditor.anomaly.Anomaly;
import dev.fanout.auditor.anomaly.AnomalyReport;
import dev.fanout.auditor.anomaly.AuditorSettings;
import dev.fanout.auditor.anomaly.HostProfile;
import dev.fanout.auditor.ledger.Ledger;
import dev.fanout.messaging.Page;
import dev.fanout.messaging.Span;
import dev.fanout.messaging.StateStore;
import dev.fanout.messaging.Sum;
import dev.fanout.messaging.listing.Reader;
import dev.fanout.messaging.listing.Snapshot;
import dev.fanout.messaging.listing.Taken;
import dev.fanout.web.Limit;
import dev.fanout.web.NotYet;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** What an auditor has seen, read from its tables. There may be millions of hosts. */
@Component
class LedgerStats {
    /** Lengths of windows of which somebody asked for figures; those of others are read again. */
    private static final int LENGTHS = 8;

    private final Ledger ledger;
    private final AnomalyReport anomalies;
    private final StateStore state;
    private final CountedWindows windows;
    private final Clock clock;
    private final Reader reader = new Reader();
    private final Snapshot<LedgerTotals> totals;
    private final SequencedMap<Duration, Snapshot<List<CountedWindow>>> byLength =
            new LinkedHashMap<>(LENGTHS, 0.75f, true);

    LedgerStats(Ledger ledger, AuditorSettings rules, StateStore state, CountedWindows windows, Clock clock) {
        this.ledger = ledger;
        this.anomalies = new AnomalyReport(rules);
        this.state = state;
        this.windows = windows;
        this.clock = clock;
        this.totals = new Snapshot<>(this::read, reader, clock);
    }

    String auditor() {
        return ledger.auditor();
    }

    Taken<LedgerTotals> totals() {
        return totals.get().orElseThrow(NotYet::counted);
    }

    /** In windows of that length: the last that is closed, and those that are open. */
    Taken<List<CountedWindow>> in(Duration length) {
        windows.mustBeMultiple(length);
        return snapshot(length).get().orElseThrow(NotYet::counted);
    }

    private Snapshot<List<CountedWindow>> snapshot(Duration length) {
        synchronized (byLength) {
            var found = byLength.computeIfAbsent(
                    length, it -> new Snapshot<>(() -> windows.of(it), reader, clock));
            if (byLength.size() > LENGTHS) byLength.pollFirstEntry();
            return found;
        }
    }

    Optional<HostProfile> find(String hostId) {
        return state.find(ledger.host(hostId));
    }

    Optional<HostStats> host(String hostId) {
        return find(hostId).map(host -> HostStats.of(ledger.auditor(), host, views(), anomalies(host)));
    }

    List<Anomaly> anomalies(HostProfile host) {
        return anomalies.of(host, views());
    }

    /** Of one host; what it shows now, beside what all showed at the last reading. */
    List<Anomaly> anomaliesIn(Duration length, HostProfile host) {
        return in(length).value().stream()
                .flatMap(window -> windows.of(window, host).stream())
                .sorted(Anomaly.WORST_FIRST)
                .toList();
    }

    /** In the order of their ids. */
    Page<HostSummary> hosts(Span span, int limit) {
        var views = views();
        return hostPage(span, limit).map(host ->
                new HostSummary(host.hostId(), host.views(), anomalies.of(host, views)));
    }

    /** Of contents or ads, in the order of their ids. */
    Page<Sum> counts(String dimension, Span span, int limit) {
        return state.sums(ledger.counts(), dimension, span, limit);
    }

    /** All that are in the ledger. */
    long views() {
        return state.sum(ledger.all()).count(Ledger.VIEWS);
    }

    private LedgerTotals read() {
        var totalling = new TotalsBuilder(anomalies, Limit.MOST);
        Page.walk(Span.ALL, span -> hostPage(span, StateStore.LARGEST_PAGE), totalling::add);
        walk(Ledger.BY_CONTENT, totalling::addContent);
        walk(Ledger.BY_AD, totalling::addAd);
        return totalling.totals();
    }

    private Page<HostProfile> hostPage(Span span, int limit) {
        return state.page(ledger.counts(), Ledger.HOSTS, span, limit, HostProfile.class);
    }

    private void walk(String dimension, Consumer<Sum> each) {
        Page.walk(Span.ALL, span -> counts(dimension, span, StateStore.LARGEST_PAGE), each);
    }
}
