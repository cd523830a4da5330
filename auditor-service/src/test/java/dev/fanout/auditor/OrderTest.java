package dev.fanout.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.Test;

/** Whatever a standard queue does to the order, what is said of the host is what a FIFO queue would show of it. */
class OrderTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    /** @param millis after noon */
    private record View(long number, long millis) {}

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void any_order_of_sending_is_seen_in_any_order_of_arrival(long seed) {
        var random = new Random(seed);
        var sent = sentOneByOne(shuffled(LongStream.rangeClosed(1, Order.REMEMBERED).boxed().toList(), random));
        var injected = onFifo(sent);
        for (int i = 0; i < 20; i++) assertThat(onStandard(shuffled(sent, random))).isEqualTo(injected);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_exchange_is_seen_as_long_as_no_view_is_too_late(long seed) {
        var random = new Random(seed);
        var numbers = new ArrayList<>(LongStream.rangeClosed(1, 400).filter(n -> n % 9 != 0).boxed().toList());
        var exchanges = exchangeSome(numbers, random);
        var sent = sentOneByOne(numbers);
        assertThat(onFifo(sent)).isEqualTo(exchanges);
        assertThat(onStandard(delayed(sent, Order.REMEMBERED - 2, random))).isEqualTo(exchanges);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_sent_in_one_millisecond_accuses_nobody(long seed) {
        var random = new Random(seed);
        var sent = LongStream.rangeClosed(1, 400).mapToObj(n -> new View(n, n / 10)).toList();
        assertThat(onStandard(delayed(sent, Order.REMEMBERED - 2, random))).isZero();
        assertThat(onStandard(shuffled(sent, random))).isZero();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_forgotten_may_be_missed_but_accuses_nobody(long seed) {
        var random = new Random(seed);
        var numbers = new ArrayList<>(LongStream.rangeClosed(1, 400).boxed().toList());
        var exchanges = exchangeSome(numbers, random);
        assertThat(onStandard(shuffled(sentOneByOne(numbers), random))).isLessThanOrEqualTo(exchanges);
    }

    @Test
    void a_fifo_queue_tells_the_order_even_within_a_millisecond() {
        assertThat(onFifo(List.of(new View(1, 0), new View(3, 0), new View(2, 0)))).isEqualTo(1);
        assertThat(onFifo(List.of(new View(3, 1), new View(2, 0)))).as("moved on the way").isZero();
    }

    @Test
    void who_begins_to_count_anew_is_out_of_order_until_the_old_number_is_passed() {
        var sent = sentOneByOne(LongStream.concat(LongStream.rangeClosed(1, 100), LongStream.rangeClosed(1, 110))
                .boxed().toList());
        assertThat(onFifo(sent)).isEqualTo(99);
        assertThat(onStandard(sent)).isEqualTo(99);
    }

    private static long onFifo(List<View> views) {
        return count(views, Order::byArrival, 1);
    }

    private static long onStandard(List<View> views) {
        return count(views, Order::bySentTime, Order.REMEMBERED);
    }

    private static long count(List<View> views, Order.Rule rule, int atMost) {
        var order = Order.UNHEARD_OF;
        long count = 0;
        for (var view : views) {
            var step = rule.next(order, view.number, NOON.plusMillis(view.millis));
            assertThat(step.outOfOrder()).isNotNegative();
            assertThat(step.after().newest()).hasSizeLessThanOrEqualTo(atMost);
            order = step.after();
            count += step.outOfOrder();
        }
        return count;
    }

    private static List<View> sentOneByOne(List<Long> numbers) {
        return IntStream.range(0, numbers.size()).mapToObj(i -> new View(numbers.get(i), i)).toList();
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        var other = new ArrayList<>(list);
        Collections.shuffle(other, random);
        return other;
    }

    private record Delayed(double until, View view) {}

    private static List<View> delayed(List<View> sent, int by, Random random) {
        return IntStream.range(0, sent.size())
                .mapToObj(i -> new Delayed(i + random.nextDouble(by), sent.get(i)))
                .sorted(Comparator.comparingDouble(Delayed::until))
                .map(Delayed::view)
                .toList();
    }

    private static int exchangeSome(List<Long> numbers, Random random) {
        int exchanges = 0;
        for (int i = 0; i + 1 < numbers.size(); i++) {
            if (random.nextInt(6) > 0) continue;
            Collections.swap(numbers, i, ++i);
            exchanges++;
        }
        return exchanges;
    }
}
