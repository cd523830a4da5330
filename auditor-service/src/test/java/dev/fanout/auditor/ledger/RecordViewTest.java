package dev.fanout.auditor.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.auditor.anomaly.AuditorSettings;
import dev.fanout.auditor.anomaly.Finding;
import dev.fanout.auditor.anomaly.HostProfile;
import dev.fanout.auditor.anomaly.RepeatedEvent;
import dev.fanout.auditor.window.ClosedUntil;
import dev.fanout.events.AnomalyKind;
import dev.fanout.events.ViewRecorded;
import dev.fanout.messaging.Changes;
import dev.fanout.messaging.Counter;
import dev.fanout.messaging.State;
import dev.fanout.topology.Fanout;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordViewTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Ledger ledger = new Ledger(Fanout.TOPOLOGY.service("auditor-a").orElseThrow());
    private final AuditorSettings rules = new AuditorSettings(
            0.4, 100, Duration.ofMinutes(5), Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(5),
            new AuditorSettings.Catalogue(Set.of("film"), Set.of()));
    private final RecordView recordView = new RecordView(ledger, rules);
    private HostProfile host = HostProfile.unheardOf("host");
    private ClosedUntil closed = ClosedUntil.NONE;
    private TopHosts topHosts = TopHosts.NOBODY;

    @Test
    void an_honest_view_writes_its_row_its_host_and_six_counters() {
        var changes = hear(view(1L, NOON), NOON);
        assertThat(changes.row()).isPresent();
        assertThat(changes.puts()).hasSize(1);
        assertThat(changes.sums()).hasSize(6).containsEntry(inWindow(NOON), fields("views", 1));
        assertThat(host.views()).isEqualTo(1);
        assertThat(host.findings()).isEmpty();
    }

    @Test
    void late_is_what_is_sent_long_after_the_time_it_claims_whenever_it_arrives() {
        var inTime = hear(view(1L, NOON), NOON.plusSeconds(300));
        var late = hear(view(2L, NOON), NOON.plusSeconds(301));
        assertThat(inTime.sums()).containsEntry(inWindow(NOON), fields("views", 1));
        assertThat(late.sums()).containsEntry(inWindow(NOON), Map.of("views", BigDecimal.ONE, "late", BigDecimal.ONE));
        assertThat(host.found(AnomalyKind.LATE).count()).isEqualTo(1);
    }

    @Test
    void a_time_to_come_is_noted_and_accuses_nobody_who_comes_after_it() {
        hear(view(null, Instant.parse("2099-01-01T00:00:00Z")), NOON);
        hear(view(null, NOON.plusSeconds(1)), NOON.plusSeconds(1));
        assertThat(host.found(AnomalyKind.FUTURE).count()).isEqualTo(1);
        assertThat(host.found(AnomalyKind.OUT_OF_ORDER).count()).isZero();
    }

    @Test
    void numbers_tell_the_order_where_a_host_counts() {
        hear(view(1L, NOON), NOON);
        hear(view(3L, NOON), NOON.plusSeconds(1));
        assertThat(host.sequence().missing()).isEqualTo(1);
        var settled = hear(view(2L, NOON), NOON.plusSeconds(2));
        assertThat(host.sequence().missing()).isZero();
        assertThat(host.found(AnomalyKind.OUT_OF_ORDER).count()).isEqualTo(1);
        assertThat(settled.sums().get(inWindow(NOON))).containsEntry("gap", BigDecimal.valueOf(-1));
    }

    @Test
    void what_the_queue_reordered_accuses_nobody() {
        hear(view(1L, NOON), NOON);
        hear(view(3L, NOON), NOON.plusSeconds(2));
        hear(view(2L, NOON), NOON.plusSeconds(1));
        assertThat(host.found(AnomalyKind.OUT_OF_ORDER).count()).isZero();
        assertThat(host.sequence().missing()).isZero();
    }

    @Test
    void times_tell_the_order_where_a_host_does_not_count() {
        hear(view(null, NOON), NOON);
        hear(view(null, NOON.minusSeconds(1)), NOON.plusSeconds(1));
        assertThat(host.found(AnomalyKind.OUT_OF_ORDER).count()).isEqualTo(1);
    }

    @Test
    void a_content_that_nobody_knows_is_named_and_no_catalogue_knows_everything() {
        hear(new ViewRecorded(UUID.randomUUID(), "host", "pirate", "any-ad", NOON, 1L), NOON);
        assertThat(host.found(AnomalyKind.UNKNOWN_CONTENT).texts()).containsExactly("pirate");
        assertThat(host.found(AnomalyKind.UNKNOWN_AD).count()).isZero();
    }

    @Test
    void a_view_for_a_closed_window_is_counted_there_as_one_that_came_after() {
        closed = new ClosedUntil(NOON.plusSeconds(300));
        var changes = hear(view(1L, NOON), NOON);
        assertThat(changes.sums())
                .containsEntry(inWindow(NOON), Map.of("views", BigDecimal.ONE, "after_close", BigDecimal.ONE));
    }

    @Test
    void a_repetition_counts_for_the_host_and_names_the_event_and_how_often() {
        var view = view(1L, NOON);
        var repetitions = new CountRepetitions(ledger, rules);
        var state = State.empty().sentAt(NOON).with(ledger.host("host"), host)
                .with(ledger.repeated(view.eventId()), new RepeatedEvent(2));
        var changes = repetitions.fold(state, view);
        var after = (HostProfile) Objects.requireNonNull(changes.puts().get(ledger.host("host")));
        assertThat(after.found(AnomalyKind.DUPLICATE).examples())
                .containsExactly(new Finding.Example(view.eventId().toString(), 3, NOON));
        assertThat(changes.sums())
                .containsEntry(inWindow(NOON), fields("duplicate", 1))
                .containsEntry(ledger.anomalies(AnomalyKind.DUPLICATE),
                        Map.of("count", BigDecimal.ONE, "hosts", BigDecimal.ONE));
        assertThat(repetitions.itemsOf(view)).containsExactlyInAnyOrderElementsOf(changes.puts().keySet());
    }

    @Test
    void what_looks_wrong_is_added_to_the_sums_of_all_hosts_and_taken_back_when_it_is_settled() {
        hear(view(1L, NOON), NOON);
        var skipped = hear(view(4L, NOON), NOON);
        var gap = ledger.anomalies(AnomalyKind.GAP);
        assertThat(skipped.sums()).containsEntry(gap, Map.of("count", BigDecimal.TWO, "hosts", BigDecimal.ONE));
        assertThat(hear(view(2L, NOON), NOON.plusSeconds(1)).sums()).containsEntry(gap, fields("count", -1));
        assertThat(hear(view(3L, NOON), NOON.plusSeconds(2)).sums())
                .containsEntry(gap, Map.of("count", BigDecimal.valueOf(-1), "hosts", BigDecimal.valueOf(-1)));
    }

    @Test
    void the_largest_number_is_one_finding_and_no_sum_becomes_negative() {
        hear(view(1L, NOON), NOON);
        var leap = hear(view(Long.MAX_VALUE, NOON), NOON.plusSeconds(1));
        assertThat(leap.sums()).containsEntry(
                ledger.anomalies(AnomalyKind.GAP), Map.of("count", BigDecimal.ONE, "hosts", BigDecimal.ONE));
        assertThat(leap.sums().get(inWindow(NOON))).containsEntry("gap", BigDecimal.ONE);
        hear(view(2L, NOON), NOON.plusSeconds(2));
        hear(view(Long.MAX_VALUE, NOON), NOON.plusSeconds(3));
        assertThat(host.sequence().missing()).isEqualTo(1);
    }

    @Test
    void the_first_and_the_last_time_are_judged_like_any_other() {
        for (var claimed : List.of(Instant.EPOCH, Instant.parse("9999-12-31T23:59:59.999Z"))) {
            var view = view(null, claimed);
            var state = State.empty().sentAt(NOON).with(ledger.host("host"), host)
                    .without(ledger.repeated(view.eventId()));
            assertThat(new CountRepetitions(ledger, rules).fold(state, view).puts()).hasSize(2);
        }
    }

    @Test
    void who_leads_is_noted_from_the_least_number_of_views_on_and_then_seldom() {
        var noted = 0;
        for (long i = 1; i <= 1_000; i++) if (hear(view(i, NOON), NOON).puts().containsKey(ledger.leading())) noted++;
        assertThat(topHosts.hosts()).extracting(TopHosts.Noted::hostId).containsExactly("host");
        assertThat(topHosts.hosts().getFirst().views()).isBetween(800L, 1_000L);
        assertThat(noted).isBetween(5, 25);
    }

    private Changes hear(ViewRecorded view, Instant sentAt) {
        var state = State.empty().sentAt(sentAt).with(ledger.host("host"), host).with(ledger.closed(), closed)
                .with(ledger.leading(), topHosts);
        var changes = recordView.fold(state, view);
        host = (HostProfile) Objects.requireNonNull(changes.puts().get(ledger.host("host")));
        topHosts = (TopHosts) changes.puts().getOrDefault(ledger.leading(), topHosts);
        return changes;
    }

    private Counter inWindow(Instant start) {
        return ledger.inWindow(start, Ledger.BY_HOST, "host");
    }

    private static Map<String, BigDecimal> fields(String name, long amount) {
        return Map.of(name, BigDecimal.valueOf(amount));
    }

    private static ViewRecorded view(@Nullable Long sequence, Instant claimed) {
        return new ViewRecorded(UUID.randomUUID(), "host", "film", "ad", claimed, sequence);
    }
}
