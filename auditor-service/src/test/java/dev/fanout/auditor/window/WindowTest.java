package dev.fanout.auditor.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.auditor.anomaly.AnomalyReport;
import dev.fanout.auditor.anomaly.AuditorSettings;
import dev.fanout.auditor.api.CountedWindows;
import dev.fanout.auditor.api.TotalsBuilder;
import dev.fanout.messaging.Sum;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration FIVE = Duration.ofMinutes(5);
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void a_window_starts_at_a_multiple_of_its_length_and_ends_before_the_next() {
        var window = Window.at(noonAnd(7), FIVE);
        assertThat(window).isEqualTo(new Window(noonAnd(5), FIVE));
        assertThat(window.has(noonAnd(5))).isTrue();
        assertThat(window.has(noonAnd(10))).isFalse();
        assertThat(window.next().previous()).isEqualTo(window);
        assertThat(Window.at(Instant.EPOCH.minusSeconds(1), FIVE).end()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void what_is_yet_to_come_of_a_window_is_not_asked_for() {
        var window = new Window(noonAnd(0), FIVE);
        assertThat(window.parts(MINUTE, noonAnd(9)))
                .containsExactly(noonAnd(0), noonAnd(1), noonAnd(2), noonAnd(3), noonAnd(4));
        assertThat(window.parts(MINUTE, noonAnd(1))).containsExactly(noonAnd(0), noonAnd(1));
    }

    @Test
    void the_last_window_that_is_closed_is_shown_and_those_that_are_open() {
        assertThat(shown(MINUTE, noonAnd(6), noonAnd(8)))
                .containsExactly(noonAnd(5), noonAnd(6), noonAnd(7), noonAnd(8));
        assertThat(shown(FIVE, noonAnd(6), noonAnd(8))).containsExactly(noonAnd(0), noonAnd(5));
        assertThat(shown(HOUR, noonAnd(-1), noonAnd(1))).containsExactly(noonAnd(-120), noonAnd(-60), noonAnd(0));
        assertThat(shown(Duration.ofMinutes(7), noonAnd(6), noonAnd(8)))
                .allMatch(start -> start.getEpochSecond() % 420 == 0)
                .hasSizeBetween(2, 3);
    }

    @Test
    void where_nothing_has_been_closed_for_long_an_answer_goes_back_an_hour_and_a_window() {
        assertThat(shown(MINUTE, Instant.EPOCH, noonAnd(0))).hasSize(62).startsWith(noonAnd(-61));
        assertThat(shown(HOUR, Instant.EPOCH, noonAnd(0))).containsExactly(noonAnd(-120), noonAnd(-60), noonAnd(0));
    }

    @Test
    void a_window_is_closed_when_all_its_parts_are() {
        var window = new Window(noonAnd(0), FIVE);
        assertThat(new ClosedUntil(noonAnd(4)).has(window)).isFalse();
        assertThat(new ClosedUntil(noonAnd(5)).has(window)).isTrue();
    }

    @Test
    void what_was_counted_of_a_window_is_told_by_hosts_contents_and_ads() {
        var totalling = new TotalsBuilder(new AnomalyReport(rules(MINUTE)), 100);
        var window = new Window(noonAnd(0), FIVE);
        Map.of("by-host#a", counts(5, 1), "by-host#b#~", counts(4, 2), "by-ad#x", counts(9, 0), "by-content#c",
                counts(9, 0))
                .forEach((name, fields) -> totalling.addPrefixed(window, new Sum(name, fields)));
        var totals = totalling.totals();
        assertThat(totals.hosts().sizes()).isEqualTo(Map.of("a", 5L, "b#~", 4L));
        assertThat(totals.ads().sizes()).isEqualTo(Map.of("x", 9L));
        assertThat(totals.contents().sizes()).isEqualTo(Map.of("c", 9L));
        assertThat(totals.afterClose()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "PT1M, PT1M, true", "PT1M, PT5M, true", "PT1M, PT7M, true", "PT1M, PT1H, true", "PT5M, PT1H, true",
        "PT1M, PT0S, false", "PT1M, PT-5M, false", "PT1M, PT90S, false", "PT1M, PT61M, false", "PT5M, PT1M, false",
        "PT1S, PT1M, true", "PT1S, PT61S, false", "PT7M, PT56M, true", "PT2H, PT2H, true", "PT2H, PT4H, false",
        "PT1M, PT2562047788015215H, false",
    })
    void somebody_may_ask_for_what_is_made_of_whole_windows_and_not_of_too_many(
            Duration counted, Duration asked, boolean right) {
        assertThat(rules(counted).isMultiple(asked)).isEqualTo(right);
    }

    private static AuditorSettings rules(Duration counted) {
        return new AuditorSettings(0.4, 100, FIVE, MINUTE, MINUTE, counted,
                new AuditorSettings.Catalogue(Set.of(), Set.of()));
    }

    private static List<Instant> shown(Duration length, Instant closedUntil, Instant newest) {
        return CountedWindows.shown(length, new ClosedUntil(closedUntil), newest, HOUR).map(Window::start).toList();
    }

    private static Map<String, BigDecimal> counts(long views, long afterClose) {
        return Map.of("views", BigDecimal.valueOf(views), "after_close", BigDecimal.valueOf(afterClose));
    }

    private static Instant noonAnd(int minutes) {
        return Instant.parse("2026-11-22T12:00:00Z").plus(Duration.ofMinutes(minutes));
    }
}
