package dev.fanout.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SaturatedTest {
    @Test
    void sums_end_at_the_largest_and_the_smallest_number() {
        assertThat(Saturated.sum(Long.MAX_VALUE, 1)).isEqualTo(Long.MAX_VALUE);
        assertThat(Saturated.sum(Long.MIN_VALUE, -1)).isEqualTo(Long.MIN_VALUE);
        assertThat(Saturated.sum(Long.MIN_VALUE, Long.MIN_VALUE)).isEqualTo(Long.MIN_VALUE);
        assertThat(Saturated.sum(Long.MAX_VALUE, Long.MIN_VALUE)).isEqualTo(-1);
        assertThat(Saturated.sum(LongStream.of(Long.MAX_VALUE, Long.MAX_VALUE, -5))).isEqualTo(Long.MAX_VALUE - 5);
        assertThat(Saturated.sum(2, 3)).isEqualTo(5);
    }

    @Test
    void so_do_differences_and_numbers_of_any_length() {
        assertThat(Saturated.difference(Long.MIN_VALUE, 1)).isEqualTo(Long.MIN_VALUE);
        assertThat(Saturated.difference(5, Long.MIN_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(Saturated.difference(5, 7)).isEqualTo(-2);
        assertThat(Saturated.whole(new BigDecimal("1e37"))).isEqualTo(Long.MAX_VALUE);
        assertThat(Saturated.whole(new BigDecimal("-1e37"))).isEqualTo(Long.MIN_VALUE);
        assertThat(Saturated.whole(new BigDecimal("7.9"))).isEqualTo(7);
    }
}
