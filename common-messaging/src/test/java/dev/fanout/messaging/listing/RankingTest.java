package dev.fanout.messaging.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingTest {
    @Test
    void the_largest_are_kept_and_the_others_are_summed() {
        var largest = ranked(20_000, 3);
        assertThat(largest.sizes()).containsExactly(
                Map.entry("host-20000", 20_000L), Map.entry("host-19999", 19_999L), Map.entry("host-19998", 19_998L));
        assertThat(largest.others()).isEqualTo(new Others(19_997, 19_997L * 19_998 / 2));
        assertThat(largest.total()).isEqualTo(20_000L * 20_001 / 2);
    }

    @Test
    void fewer_of_them_are_the_same_all_together() {
        var largest = ranked(10, 5);
        assertThat(largest.first(2).sizes().keySet()).containsExactly("host-10", "host-9");
        assertThat(largest.first(2).total()).isEqualTo(largest.total()).isEqualTo(55);
        assertThat(largest.first(2).entries()).isEqualTo(10);
        assertThat(largest.first(5)).isEqualTo(largest);
    }

    @Test
    void where_all_are_listed_nothing_is_said_of_others() {
        assertThat(Others.where(Map.of("by_host", ranked(3, 3)))).isEmpty();
        assertThat(Others.where(Map.of("by_host", ranked(4, 3)))).isEqualTo(Map.of("by_host", new Others(1, 1)));
    }

    @Test
    void sums_end_at_the_largest_number() {
        var ranking = new Ranking<Count>(1);
        for (var name : new String[] {"a", "b", "c"}) ranking.add(new Count(name, Long.MAX_VALUE));
        assertThat(ranking.largest().others()).isEqualTo(new Others(2, Long.MAX_VALUE));
        assertThat(ranking.largest().total()).isEqualTo(Long.MAX_VALUE);
    }

    private static Largest<Count> ranked(int hosts, int kept) {
        var ranking = new Ranking<Count>(kept);
        IntStream.rangeClosed(1, hosts).forEach(i -> ranking.add(new Count("host-" + i, i)));
        return ranking.largest();
    }
}
