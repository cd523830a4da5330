package dev.fanout.auditor.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.auditor.anomaly.Finding.Example;
import dev.fanout.auditor.api.LedgerTotals;
import dev.fanout.auditor.api.TotalsBuilder;
import dev.fanout.auditor.window.Window;
import dev.fanout.events.AnomalyKind;
import dev.fanout.messaging.Sum;
import dev.fanout.messaging.listing.Others;
import dev.fanout.web.TextTable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnomalyReportTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant BEFORE = NOON.minusSeconds(300);
    private static final Window WINDOW = new Window(NOON, Duration.ofMinutes(5));

    private final AnomalyReport anomalies = new AnomalyReport(new AuditorSettings(
            0.4, 100, Duration.ofMinutes(5), Duration.ofMinutes(1), Duration.ofSeconds(30), Duration.ofMinutes(1),
            new AuditorSettings.Catalogue(Set.of(), Set.of())));

    @Test
    void a_host_dominates_above_the_share_and_the_minimum() {
        assertThat(all(List.of(host("large", 401), host("small", 599))).stream().map(Anomaly::hostId))
                .containsExactly("small", "large");
        assertThat(all(List.of(host("just", 400), host("a", 300), host("b", 300)))).isEmpty();
        assertThat(all(List.of(host("few", 99)))).isEmpty();
    }

    @Test
    void kinds_are_in_order_and_the_worst_of_each_comes_first() {
        var one = host("one", 1).with(AnomalyKind.LATE, Example.of("a", 1, NOON));
        var two = host("two", 1)
                .with(AnomalyKind.LATE, Example.of("b", 1, NOON))
                .with(AnomalyKind.LATE, Example.of("c", 1, NOON))
                .with(AnomalyKind.DUPLICATE, Example.of("d", 1, NOON));
        assertThat(all(List.of(one, two))).containsExactly(
                new Anomaly(AnomalyKind.DUPLICATE, "two", 1, List.of("d")),
                new Anomaly(AnomalyKind.LATE, "two", 2, List.of("c", "b")),
                new Anomaly(AnomalyKind.LATE, "one", 1, List.of("a")));
    }

    @Test
    void examples_are_the_worst_five() {
        var finding = Finding.NONE;
        for (var id : List.of("a", "b", "c", "d", "e", "f")) finding = finding.and(1, Example.of(id, 1, NOON));
        finding = finding.and(1, Example.of("c", 2, NOON));
        assertThat(finding.count()).isEqualTo(7);
        assertThat(finding.texts()).containsExactly("c", "f", "e", "d", "b");
    }

    @Test
    void a_window_has_its_own_counts_and_examples() {
        var host = host("host", 9)
                .with(AnomalyKind.LATE, Example.of("now", 1, NOON))
                .with(AnomalyKind.LATE, Example.of("old", 1, BEFORE));
        var sums = Map.of("views", BigDecimal.valueOf(150), "late", BigDecimal.valueOf(3), "gap", BigDecimal.ZERO);
        assertThat(inWindow(host, sums, 50)).containsExactly(
                new Anomaly(AnomalyKind.DOMINANT_HOST, "host", 150, List.of("75.0 %")).in(NOON),
                new Anomaly(AnomalyKind.LATE, "host", 3, List.of("now")).in(NOON));
    }

    @Test
    void a_window_of_several_parts_has_the_examples_and_gaps_of_all_of_them_and_of_no_others() {
        var gaps = List.of(
                new Gap(1, 1, BEFORE), new Gap(3, 4, NOON), new Gap(6, 6, minutesPastNoon(4)),
                        new Gap(8, 8, WINDOW.end()));
        var host = host("host", 9).with(new Sequence(9, gaps, 0))
                .with(AnomalyKind.LATE, Example.of("old", 1, BEFORE))
                .with(AnomalyKind.LATE, Example.of("first part", 1, NOON))
                .with(AnomalyKind.LATE, Example.of("last part", 1, minutesPastNoon(4)))
                .with(AnomalyKind.LATE, Example.of("next window", 1, WINDOW.end()));
        var sums = Map.of("late", BigDecimal.TWO, "gap", BigDecimal.valueOf(3));
        assertThat(inWindow(host, sums, 50)).containsExactly(
                new Anomaly(AnomalyKind.GAP, "host", 3, List.of("6", "3..4")).in(NOON),
                new Anomaly(AnomalyKind.LATE, "host", 2, List.of("last part", "first part")).in(NOON));
    }

    @Test
    void a_table_does_not_let_a_host_write_to_the_terminal() {
        assertThat(new TextTable("HOST", "VIEWS").row("\u001b[2Jhost", 5).text())
                .isEqualTo("HOST      VIEWS\n?[2Jhost  5\n");
    }

    @Test
    void of_thousands_the_worst_of_each_kind_are_kept_and_the_others_summed() {
        var hosts = IntStream.rangeClosed(1, 3_000)
                .mapToObj(i -> host("host-" + i, i).with(AnomalyKind.LATE, i, Example.of("a", 1, NOON)));
        var totals = totals(hosts.toList(), 2);
        assertThat(Objects.requireNonNull(totals.anomalies().get(AnomalyKind.LATE)).sizes().keySet())
                .containsExactly("host-3000", "host-2999");
        assertThat(LedgerTotals.otherAnomalies(List.of(totals)))
                .isEqualTo(Map.of("late", new Others(2_998, 3_000L * 3_001 / 2 - 5_999)));
        assertThat(totals.views()).isEqualTo(3_000L * 3_001 / 2);
    }

    @Test
    void figures_of_hosts_with_the_largest_numbers_end_there() {
        var much = host("much", Long.MAX_VALUE).with(AnomalyKind.LATE, Long.MAX_VALUE, Example.of("a", 1, NOON));
        var more = much.with(AnomalyKind.LATE, Long.MAX_VALUE, Example.of("b", 1, NOON));
        assertThat(more.found(AnomalyKind.LATE).count()).isEqualTo(Long.MAX_VALUE);
        var totals = totals(List.of(much,
                new HostProfile("more", Long.MAX_VALUE, more.sequence(), more.numbered(), more.timed(),
                more.findings())), 1);
        assertThat(totals.views()).isEqualTo(Long.MAX_VALUE);
        assertThat(Objects.requireNonNull(totals.anomalies().get(AnomalyKind.LATE)).total()).isEqualTo(Long.MAX_VALUE);
    }

    private List<Anomaly> all(List<HostProfile> hosts) {
        return totals(hosts, 100).anomalies().values().stream()
                .flatMap(found -> found.items().stream())
                .sorted(Anomaly.WORST_FIRST)
                .toList();
    }

    private LedgerTotals totals(List<HostProfile> hosts, int most) {
        var totalling = new TotalsBuilder(anomalies, most);
        hosts.forEach(totalling::add);
        return totalling.totals();
    }

    /** @param others views of other hosts */
    private List<Anomaly> inWindow(HostProfile host, Map<String, BigDecimal> sums, long others) {
        var totalling = new TotalsBuilder(anomalies, 100);
        totalling.addPrefixed(WINDOW, new Sum("by-host#" + host.hostId(), sums));
        totalling.addPrefixed(WINDOW, new Sum("by-host#others", Map.of("views", BigDecimal.valueOf(others))));
        return totalling.totals().anomalies().values().stream()
                .flatMap(found -> found.items().stream())
                .map(found -> anomalies.illustrated(found, WINDOW, host))
                .sorted(Anomaly.WORST_FIRST)
                .toList();
    }

    private static Instant minutesPastNoon(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    private static HostProfile host(String id, long views) {
        return new HostProfile(id, views, Sequence.UNHEARD_OF, SendOrder.UNHEARD_OF, SendOrder.UNHEARD_OF, Map.of());
    }
}
