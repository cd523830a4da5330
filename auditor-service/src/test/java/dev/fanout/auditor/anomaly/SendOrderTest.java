package dev.fanout.auditor.anomaly;

import static dev.fanout.auditor.Arrival.delayed;
import static dev.fanout.auditor.Arrival.oneByOne;
import static dev.fanout.auditor.Arrival.shuffled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.auditor.Arrival;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a standard queue does to the order, what is said of the host is what a FIFO queue would show of it. */
class SendOrderTest {
    private static final int FEW = SendOrder.REMEMBERED;
    private static final int MANY = 400;

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void any_order_of_sending_is_seen_in_any_order_of_arrival(long seed) {
        var random = new Random(seed);
        var sent = oneByOne(shuffled(numbers(FEW), random));
        for (int i = 0; i < 20; i++) assertThat(onStandard(shuffled(sent, random))).isEqualTo(onFifo(sent));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_exchange_is_seen_as_long_as_no_view_is_too_late(long seed) {
        var random = new Random(seed);
        var numbers = numbers(MANY);
        numbers.removeIf(number -> number % 9 == 0);
        var exchanges = exchangeSome(numbers, random);
        var sent = oneByOne(numbers);
        assertThat(onFifo(sent)).isEqualTo(exchanges);
        assertThat(onStandard(delayed(sent, SendOrder.REMEMBERED - 2, random))).isEqualTo(exchanges);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void of_what_is_sent_twice_the_first_time_counts_whichever_comes_first(long seed) {
        var random = new Random(seed);
        var numbers = numbers(FEW);
        var exchanges = exchangeSome(numbers, random);
        var sent = new ArrayList<>(oneByOne(numbers));
        for (int i = 0; i < 10; i++) sent.add(sent.get(random.nextInt(FEW)).again(random.nextInt(20)));
        for (int i = 0; i < 20; i++) assertThat(onStandard(shuffled(sent, random))).isEqualTo(exchanges);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_sent_in_one_millisecond_accuses_nobody(long seed) {
        var random = new Random(seed);
        var sent = numbers(MANY).stream().map(number -> Arrival.of(number, number / 10)).toList();
        assertThat(onStandard(delayed(sent, SendOrder.REMEMBERED - 2, random))).isZero();
        assertThat(onStandard(shuffled(sent, random))).isZero();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_forgotten_may_be_missed_but_accuses_nobody(long seed) {
        var random = new Random(seed);
        var numbers = numbers(MANY);
        var exchanges = exchangeSome(numbers, random);
        assertThat(onStandard(shuffled(oneByOne(numbers), random))).isLessThanOrEqualTo(exchanges);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_batch_takes_no_more_room_than_a_view_so_a_fast_host_may_be_mixed_more(long seed) {
        var random = new Random(seed);
        var numbers = numbers(MANY);
        for (int last = 9; last < MANY - 1; last += 10) Collections.swap(numbers, last, last + 1);
        var sent = IntStream.range(0, MANY).mapToObj(i -> Arrival.of(numbers.get(i), i / 10)).toList();
        var exchanges = MANY / 10 - 1;
        assertThat(onStandard(delayed(sent, 2 * SendOrder.REMEMBERED, random))).isEqualTo(exchanges);
    }

    @Test
    void a_fifo_queue_tells_the_order_even_within_a_millisecond() {
        assertThat(onFifo(List.of(Arrival.of(1, 0), Arrival.of(3, 0), Arrival.of(2, 0)))).isEqualTo(1);
        assertThat(onFifo(List.of(Arrival.of(3, 1), Arrival.of(2, 0)))).as("moved on the way").isZero();
    }

    @Test
    void who_begins_to_count_anew_is_out_of_order_until_the_old_number_is_passed() {
        var sent = oneByOne(LongStream.concat(LongStream.rangeClosed(1, 100), LongStream.rangeClosed(1, 110))
                .boxed().toList());
        assertThat(onFifo(sent)).isEqualTo(99);
        assertThat(onStandard(sent)).isEqualTo(99);
    }

    private static long onFifo(List<Arrival> arrivals) {
        return Arrival.outOfOrder(arrivals, SendOrder::byArrival);
    }

    private static long onStandard(List<Arrival> arrivals) {
        return Arrival.outOfOrder(arrivals, SendOrder::bySentTime);
    }

    private static List<Long> numbers(long last) {
        return new ArrayList<>(LongStream.rangeClosed(1, last).boxed().toList());
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
