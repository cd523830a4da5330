package dev.fanout.scenarios.simulate.traffic;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.fanout.events.AnomalyKind;
import dev.fanout.events.ViewRecorded;
import dev.fanout.topology.Fanout;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TrafficPlanTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final RunId RUN = new RunId("run", 7);

    @Test
    void the_same_seed_makes_the_same_events() {
        var plan = Plans.disturbed(Plans.ALL, 42);
        assertThat(events(plan)).isEqualTo(events(plan));
    }

    @Test
    void another_seed_makes_other_traffic() {
        assertThat(Plans.disturbed(Plans.ALL, 1).traffic()).isNotEqualTo(Plans.disturbed(Plans.ALL, 2).traffic());
    }

    @Test
    void another_run_has_other_hosts_and_other_ids() {
        var traffic = Plans.CLEAN.traffic();
        var other = traffic.events(new RunId("other", 7), NOON);
        assertThat(other).extracting(ViewRecorded::eventId).doesNotContainAnyElementsOf(
                events(Plans.CLEAN).stream().map(ViewRecorded::eventId).toList());
        assertThat(other).allMatch(view -> view.hostId().startsWith("other-host-"));
    }

    @Test
    void shares_follow_zipf() {
        var shares = ZipfDistribution.zipf(10, 1).asShares();
        assertThat(shares.get(1)).isCloseTo(shares.get(0) / 2, offset(1e-9));
        assertThat(shares.get(9)).isCloseTo(shares.get(0) / 10, offset(1e-9));
        var counts = counts(Plans.CLEAN.traffic());
        for (int i = 0; i < shares.size(); i++) {
            double share = shares.get(i);
            assertThat(counts.getOrDefault("host-" + (i + 1), 0L) / 2000.0)
                    .isCloseTo(share, offset(4 * Math.sqrt(share * (1 - share) / 2000)));
        }
    }

    @Test
    void without_skew_all_hosts_are_alike() {
        assertThat(ZipfDistribution.zipf(4, 0).asShares()).containsOnly(0.25);
    }

    @Test
    void a_spike_comes_on_top() {
        var plan = new TrafficPlan(10, 1, 100, 20, Map.of(4, 100.0), Disturbances.NONE, 7);
        assertThat(plan.traffic().sendings()).hasSize(4_000);
        assertThat(counts(plan.traffic()).get("host-5")).isBetween(2_000L, 2_300L);
        assertThat(plan.traffic().clean()).isFalse();
    }

    @Test
    void clean_traffic_has_nothing_odd() {
        var traffic = Plans.CLEAN.traffic();
        assertThat(traffic.clean()).isTrue();
        assertThat(traffic.sendings()).allMatch(sent -> sent.fault() == null && sent.claims() == 0);
        assertThat(Fanout.CATALOGUE.contents())
                .containsAll(traffic.sendings().stream().map(SentView::contentId).distinct().toList());
        var numbers = new HashMap<String, Long>();
        for (var sent : traffic.sendings())
            assertThat(numbers.merge(sent.host(), 1L, Long::sum)).isEqualTo(sent.sequence());
    }

    @Test
    void times_pass_as_the_rate_says() {
        var events = events(Plans.CLEAN);
        assertThat(events.getFirst().timestamp()).isEqualTo(NOON);
        assertThat(Duration.between(NOON, events.get(1_000).timestamp())).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void a_repetition_is_the_same_event_later() {
        var traffic = Plans.disturbed(Map.of(AnomalyKind.DUPLICATE, 0.2), 5).traffic();
        var events = traffic.events(RUN, NOON);
        assertThat(events.size()).isGreaterThan(2_000);
        assertThat(events.stream().distinct()).hasSize(2_000);
        LongStream.range(0, events.size()).mapToInt(Math::toIntExact)
                .filter(i -> traffic.sendings().get(i).is(AnomalyKind.DUPLICATE))
                .forEach(i -> assertThat(events.subList(Math.max(0, i - 120), i)).contains(events.get(i)));
    }

    private static List<ViewRecorded> events(TrafficPlan plan) {
        return plan.traffic().events(RUN, NOON);
    }

    private static Map<String, Long> counts(SimulatedTraffic traffic) {
        return traffic.sendings().stream().collect(groupingBy(SentView::host, counting()));
    }
}
