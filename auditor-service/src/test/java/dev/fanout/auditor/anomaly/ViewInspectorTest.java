package dev.fanout.auditor.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.auditor.ledger.Ledger;
import dev.fanout.events.AnomalyKind;
import dev.fanout.events.ViewRecorded;
import dev.fanout.topology.Fanout;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** One host's views, through a FIFO queue or through one that keeps no order. */
class ViewInspectorTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final AuditorSettings RULES = new AuditorSettings(
            0.4, 100, Duration.ofMinutes(5), Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(5),
            new AuditorSettings.Catalogue(Set.of(), Set.of()));

    private final JsonMapper items = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private final ViewInspector fifo = listener("auditor-a");
    private final ViewInspector standard = listener("chaos-observer");
    private HostProfile host = HostProfile.unheardOf("host");

    @Test
    void an_exchange_that_the_queue_undid_is_noted_with_the_view_that_shows_it() {
        hear(standard, view(1L, NOON), NOON.plusSeconds(2));
        var sentBefore = view(2L, NOON);
        hear(standard, sentBefore, NOON.plusSeconds(1));
        assertThat(host.found(AnomalyKind.OUT_OF_ORDER).count()).isEqualTo(1);
        assertThat(host.found(AnomalyKind.OUT_OF_ORDER).texts()).containsExactly(sentBefore.eventId().toString());
    }

    @Test
    void one_view_may_show_that_several_were_sent_too_late() {
        hear(standard, view(1L, NOON), NOON.plusSeconds(2));
        hear(standard, view(2L, NOON), NOON.plusSeconds(3));
        var shown = hear(standard, view(3L, NOON), NOON.plusSeconds(1));
        assertThat(shown.wrong()).isEqualTo(Map.of(AnomalyKind.OUT_OF_ORDER, 2L));
        assertThat(host.found(AnomalyKind.OUT_OF_ORDER).count()).isEqualTo(2);
    }

    @Test
    void a_batch_of_one_millisecond_has_an_order_on_a_fifo_queue_alone() {
        hear(standard, view(2L, NOON), NOON);
        hear(standard, view(1L, NOON), NOON);
        assertThat(host.findings()).isEmpty();
        host = HostProfile.unheardOf("host");
        hear(fifo, view(2L, NOON), NOON);
        hear(fifo, view(1L, NOON), NOON);
        assertThat(host.found(AnomalyKind.OUT_OF_ORDER).count()).isEqualTo(1);
    }

    @Test
    void times_that_views_claim_are_judged_as_numbers_are() {
        hear(standard, view(null, NOON), NOON.plusSeconds(2));
        hear(standard, view(null, NOON.minusMillis(1)), NOON.plusSeconds(2));
        assertThat(host.findings()).as("sent together").isEmpty();
        hear(standard, view(null, NOON.plusMillis(1)), NOON.plusSeconds(1));
        assertThat(host.found(AnomalyKind.OUT_OF_ORDER).count()).as("both after that one").isEqualTo(2);
    }

    @Test
    void a_number_that_fills_a_gap_late_is_judged_by_when_it_was_sent() {
        hear(standard, view(1L, NOON), NOON);
        hear(standard, view(4L, NOON), NOON.plusSeconds(3));
        hear(standard, view(2L, NOON), NOON.plusSeconds(2));
        assertThat(host.findings()).as("sent in time").isEmpty();
        hear(standard, view(3L, NOON), NOON.plusSeconds(4));
        assertThat(host.found(AnomalyKind.OUT_OF_ORDER).count()).isEqualTo(1);
        assertThat(host.sequence().missing()).isZero();
    }

    @Test
    void of_a_view_that_is_sent_twice_the_first_time_counts_even_if_it_comes_last() {
        var twice = view(1L, NOON);
        hear(standard, twice, NOON.plusSeconds(3));
        hear(standard, view(2L, NOON), NOON.plusSeconds(2));
        assertThat(host.found(AnomalyKind.OUT_OF_ORDER).count()).as("so it seems").isEqualTo(1);
        var again = standard.hearAgain(host, twice, NOON.plusSeconds(1));
        assertThat(again.host().findings()).isEmpty();
        assertThat(again.wrong()).isEqualTo(Map.of(AnomalyKind.OUT_OF_ORDER, -1L));
        assertThat(standard.hearAgain(again.host(), twice, NOON.plusSeconds(4)).host()).isEqualTo(again.host());
    }

    @Test
    void what_is_remembered_survives_in_the_hosts_item() {
        hear(standard, view(1L, NOON), NOON.plusSeconds(2));
        hear(standard, view(null, NOON), NOON.plusSeconds(2));
        var item = items.writeValueAsString(host);
        assertThat(items.readValue(item, HostProfile.class)).isEqualTo(host);
    }

    @Test
    void an_item_of_before_has_its_count_and_begins_a_new_memory() {
        host = items.readValue("""
                {"host_id":"host","views":2,"findings":{},
                 "sequence":{"highest":2,"sent_at":"2026-11-22T12:00:00Z","gaps":[],"forgotten":0},
                 "claims":{"latest":"1970-01-01T00:00:00Z","sent_at":"1970-01-01T00:00:00Z"}}""", HostProfile.class);
        hear(standard, view(3L, NOON), NOON);
        assertThat(host).isEqualTo(new HostProfile("host", 3, new Sequence(3, List.of(), 0),
                SendOrder.UNHEARD_OF.bySentTime(3, NOON).after(), SendOrder.UNHEARD_OF, Map.of()));
    }

    private static ViewInspector listener(String auditor) {
        return new ViewInspector(RULES, new Ledger(Fanout.TOPOLOGY.service(auditor).orElseThrow()).order());
    }

    private Inspection hear(ViewInspector inspector, ViewRecorded view, Instant sentAt) {
        var inspection = inspector.hear(host, view, sentAt);
        host = inspection.host();
        return inspection;
    }

    private static ViewRecorded view(@Nullable Long sequence, Instant claimed) {
        return new ViewRecorded(UUID.randomUUID(), "host", "content", "ad", claimed, sequence);
    }
}
