package dev.fanout.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriggerTest {
    @Test
    void every_nth_strikes_again_and_again() {
        assertThat(strikes("every 3", 7)).containsExactly(3, 6);
    }

    @Test
    void once_strikes_the_nth_alone() {
        assertThat(strikes("once 3", 7)).containsExactly(3);
    }

    @Test
    void a_rate_strikes_about_so_often() {
        assertThat(strikes("rate 0.5", 2_000).size()).isBetween(800, 1_200);
        assertThat(strikes("rate 0", 100)).isEmpty();
        assertThat(strikes("rate 1", 100)).hasSize(100);
    }

    @Test
    void a_text_strikes_where_it_stands() {
        var trigger = Trigger.parse("containing two words");
        assertThat(trigger.strikes("{\"sku\":\"two words\"}")).isTrue();
        assertThat(trigger.strikes("{\"sku\":\"two\"}")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "every", "every 0", "every -1", "every day", "once x", "rate 1.1", "rate NaN", "never 3"})
    void anything_else_is_refused_with_what_would_do(String text) {
        assertThatThrownBy(() -> Trigger.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "' should be 'every N'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"every 3", "once 1", "rate 0.25", "containing poison"})
    void it_is_shown_as_it_is_written(String text) {
        assertThat(Trigger.parse(text)).hasToString(text);
    }

    /** Which of so many messages are struck; the first is 1. */
    private static List<Integer> strikes(String text, int messages) {
        var trigger = Trigger.parse(text);
        return IntStream.rangeClosed(1, messages).filter(_ -> trigger.strikes("{}")).boxed().toList();
    }
}
