package dev.fanout.scenarios.simulate.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fanout.events.AnomalyKind;
import dev.fanout.scenarios.simulate.traffic.GroundTruth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
    private static final long ALL = 200;

    private final GroundTruth truth = new GroundTruth(
            new TreeMap<>(Map.of("host-1", 100, "host-2", 40)),
            Map.of("host-1", Map.of(AnomalyKind.LATE, 3, AnomalyKind.DUPLICATE, 4, AnomalyKind.OUT_OF_ORDER, 20)));
    private final Map<String, Long> views = Map.of("host-1", 100L, "host-2", 40L);

    @Test
    void who_reports_what_was_injected_is_right() {
        assertThat(compare(right())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "host-1, late,            2,  miss,        3",
        "host-1, late,            4,  false alarm, 3",
        "host-1, duplicate,       3,  miss,        4",
        "host-1, duplicate,       5,  false alarm, 4",
        "host-1, dominant_host,   0,  miss,        at least 1",
        "host-1, gap,             1,  false alarm, 0",
        "host-2, future,          1,  false alarm, 0",
        "host-2, dominant_host,   1,  false alarm, 0",
        "host-2, unknown_content, 1,  false alarm, 0",
        "host-2, unknown_ad,      1,  false alarm, 0",
        "host-1, out_of_order,    14, miss,        15 to 25",
        "host-1, out_of_order,    26, false alarm, 15 to 25",
        "host-2, out_of_order,    3,  false alarm, 0 to 2",
        "host-2, haunted,         1,  false alarm, 0",
    })
    void one_wrong_count_is_one_difference(String host, String kind, long count, String verdict, String expected) {
        var counts = right();
        counts.computeIfAbsent(host, _ -> new TreeMap<>()).put(kind, count);
        assertThat(compare(counts)).singleElement().satisfies(difference -> {
            assertThat(difference.verdict()).isEqualTo(verdict);
            assertThat(difference.host()).isEqualTo(host);
            assertThat(difference.what()).isEqualTo(kind);
            assertThat(difference.expected()).hasToString(expected);
            assertThat(difference.reported()).isEqualTo(count);
        });
    }

    @ParameterizedTest
    @CsvSource({"out_of_order, 15", "out_of_order, 25", "dominant_host, 7", "duplicate, 4"})
    void what_nobody_can_know_exactly_may_differ(String kind, long count) {
        var counts = right();
        counts.computeIfAbsent("host-1", _ -> new TreeMap<>()).put(kind, count);
        assertThat(compare(counts)).isEmpty();
    }

    @Test
    void half_of_the_exchanges_must_be_seen_however_much_slack_there_is() {
        var generous = Expectation.standard(truth, 1, Map.of());
        assertThat(generous.of("host-1", AnomalyKind.OUT_OF_ORDER, ALL)).isEqualTo(new Range(10, 120));
        var single = new GroundTruth(Map.of("host-1", 100), Map.of("host-1", Map.of(AnomalyKind.OUT_OF_ORDER, 1)));
        assertThat(Expectation.standard(single, 1, Map.of()).of("host-1", AnomalyKind.OUT_OF_ORDER, ALL).low())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"100, 249, true", "100, 250, false", "99, 99, false"})
    void who_dominates_depends_on_all_that_were_heard(int views, long all, boolean dominates) {
        var only = new GroundTruth(Map.of("host-1", views), Map.of());
        assertThat(Expectation.fifo(only, Map.of()).of("host-1", AnomalyKind.DOMINANT_HOST, all))
                .isEqualTo(dominates ? Range.atLeast(1) : Range.exactly(0));
    }

    @Test
    void a_fifo_queue_hides_the_duplicates_and_keeps_the_order() {
        var fifo = Expectation.fifo(truth, Map.of());
        assertThat(fifo.of("host-1", AnomalyKind.DUPLICATE, ALL)).isEqualTo(Range.exactly(0));
        assertThat(fifo.of("host-1", AnomalyKind.OUT_OF_ORDER, ALL)).isEqualTo(Range.exactly(20));
        assertThat(fifo.of("host-1", AnomalyKind.LATE, ALL)).isEqualTo(Range.exactly(3));
    }

    @Test
    void what_was_sent_again_without_an_answer_may_have_come_twice_or_late() {
        var doubts = Map.of("host-2", 5);
        var standard = Expectation.standard(truth, 0, doubts);
        assertThat(standard.of("host-2", AnomalyKind.DUPLICATE, ALL)).isEqualTo(new Range(0, 5));
        assertThat(standard.of("host-2", AnomalyKind.OUT_OF_ORDER, ALL)).isEqualTo(new Range(0, 5));
        assertThat(standard.of("host-1", AnomalyKind.DUPLICATE, ALL)).isEqualTo(Range.exactly(4));
        assertThat(Expectation.fifo(truth, doubts).of("host-2", AnomalyKind.DUPLICATE, ALL))
                .isEqualTo(Range.exactly(0));
    }

    @Test
    void views_that_are_missing_or_too_many_are_differences() {
        assertThat(Comparison.of(expected(),
                new ObserverReport("o", ALL, Map.of("host-1", 99L, "host-2", 41L), right())))
                .extracting(Difference::host, Difference::what, Difference::verdict)
                .containsExactly(
                        tuple("host-1", "views", "miss"),
                        tuple("host-2", "views", "false alarm"));
    }

    @Test
    void a_host_of_the_run_that_never_was_is_a_false_alarm() {
        var counts = right();
        counts.put("host-3", Map.of("late", 1L));
        assertThat(compare(counts)).extracting(Difference::host).containsExactly("host-3");
    }

    @Test
    void who_reports_nothing_misses_everything() {
        assertThat(compare(new TreeMap<>())).extracting(Difference::what)
                .containsExactly("dominant_host", "duplicate", "late", "out_of_order");
    }

    private List<Difference> compare(Map<String, Map<String, Long>> counts) {
        return Comparison.of(expected(), new ObserverReport("chaos-observer", ALL, views, counts));
    }

    private Expectation expected() {
        return Expectation.standard(truth, 0.05, Map.of());
    }

    private static Map<String, Map<String, Long>> right() {
        return new TreeMap<>(Map.of("host-1", new TreeMap<>(Map.of(
                "late", 3L, "duplicate", 4L, "out_of_order", 20L, "dominant_host", 1L))));
    }
}
