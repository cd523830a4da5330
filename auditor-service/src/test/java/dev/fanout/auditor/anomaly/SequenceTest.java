package dev.fanout.auditor.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SequenceTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void it_begins_where_it_is_heard_first() {
        assertThat(after(7, 8, 9).missing()).isZero();
    }

    @Test
    void numbers_that_are_skipped_are_missing_until_they_come() {
        assertThat(after(1, 5).gaps()).extracting(Gap::text).containsExactly("2..4");
        assertThat(after(1, 5, 3).gaps()).extracting(Gap::text).containsExactly("2", "4");
        assertThat(after(1, 5, 3, 2, 4).gaps()).isEmpty();
    }

    @Test
    void a_number_that_comes_again_changes_nothing() {
        assertThat(after(1, 2, 3, 2, 3)).isEqualTo(after(1, 2, 3));
    }

    @Test
    void many_gaps_are_counted_and_the_last_of_them_remembered() {
        var everySecond = LongStream.rangeClosed(0, 100).map(i -> 2 * i).toArray();
        var sequence = after(everySecond);
        assertThat(sequence.missing()).isEqualTo(100);
        assertThat(sequence.gaps()).hasSize(Sequence.REMEMBERED);
        var settled = LongStream.rangeClosed(0, 99).map(i -> 2 * i + 1);
        assertThat(after(LongStream.concat(LongStream.of(everySecond), settled).toArray()).missing()).isZero();
    }

    @Test
    void a_gap_of_a_million_is_a_million_and_what_is_more_is_one_leap_that_nothing_fills() {
        assertThat(after(0, 1_000_001).missing()).isEqualTo(1_000_000);
        assertThat(after(0, 1_000_002).missing()).isEqualTo(1);
        assertThat(after(0, 1_000_002, 5, 6).missing()).isEqualTo(1);
        assertThat(after(0, Long.MAX_VALUE, 5, Long.MAX_VALUE, 0).missing()).isEqualTo(1);
    }

    @Test
    void many_leaps_are_as_many_findings_and_no_more_is_remembered_of_them() {
        var sequence = after(LongStream.rangeClosed(0, 100).map(i -> i * (Long.MAX_VALUE / 100)).toArray());
        assertThat(sequence.missing()).isEqualTo(100);
        assertThat(sequence.gaps()).hasSize(Sequence.REMEMBERED);
    }

    @Test
    void what_is_missing_ends_at_the_largest_number() {
        var full = new Sequence(10, List.of(), Long.MAX_VALUE).next(20, NOON).after();
        assertThat(full.missing()).isEqualTo(Long.MAX_VALUE);
    }

    private static Sequence after(long... numbers) {
        var sequence = Sequence.UNHEARD_OF;
        for (var number : numbers) sequence = sequence.next(number, NOON).after();
        return sequence;
    }
}
