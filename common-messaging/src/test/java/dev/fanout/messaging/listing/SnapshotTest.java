package dev.fanout.messaging.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.messaging.projection.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    private final TestClock clock = new TestClock(Instant.parse("2026-11-22T12:00:00Z"));
    private final AtomicInteger readings = new AtomicInteger();

    @Test
    void twenty_who_ask_at_once_share_one_reading() throws Exception {
        var begun = new CountDownLatch(1);
        var snapshot = snapshot(() -> {
            begun.await();
            return readings.incrementAndGet();
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = Stream.generate(() -> threads.submit(() -> snapshot.get().orElseThrow().value())).limit(20)
                    .toList();
            begun.countDown();
            for (var answer : asked) assertThat(answer.get()).isEqualTo(1);
        }
    }

    @Test
    void it_is_read_again_after_a_second_and_not_before() {
        var snapshot = snapshot(readings::incrementAndGet);
        assertThat(ask(snapshot)).isEqualTo(1);
        clock.advance(Duration.ofMillis(999));
        assertThat(ask(snapshot)).isEqualTo(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(ask(snapshot)).isEqualTo(2);
    }

    @Test
    void after_a_long_reading_the_table_is_left_alone_for_four_times_as_long() {
        var snapshot = snapshot(() -> {
            clock.advance(Duration.ofSeconds(10));
            return readings.incrementAndGet();
        });
        var asOf = snapshot.get().orElseThrow().asOf();
        assertThat(Duration.between(asOf, clock.instant())).isEqualTo(Duration.ofSeconds(10));
        clock.advance(Duration.ofSeconds(39));
        assertThat(ask(snapshot)).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(ask(snapshot)).isEqualTo(2);
    }

    @Test
    void what_went_wrong_is_told_to_whoever_asks_and_tried_again_later() {
        var snapshot = snapshot(() -> {
            if (readings.incrementAndGet() == 1) throw new IllegalStateException("no store");
            return readings.get();
        });
        for (var _ : List.of(1, 2)) assertThatThrownBy(snapshot::get).hasMessage("no store");
        clock.advance(Duration.ofSeconds(1));
        assertThat(ask(snapshot)).isEqualTo(2);
    }

    @Test
    void who_asks_while_a_reading_takes_too_long_gets_the_one_before_it() {
        var never = new CountDownLatch(1);
        var snapshot = snapshot(() -> {
            if (readings.incrementAndGet() == 2) never.await();
            return readings.get();
        });
        assertThat(ask(snapshot)).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(ask(snapshot)).isEqualTo(1);
        never.countDown();
    }

    @Test
    void a_clock_that_is_set_back_does_not_keep_what_is_old() {
        var snapshot = snapshot(readings::incrementAndGet);
        assertThat(ask(snapshot)).isEqualTo(1);
        clock.advance(Duration.ofHours(-1));
        assertThat(ask(snapshot)).isEqualTo(2);
    }

    private Snapshot<Integer> snapshot(Callable<Integer> read) {
        return new Snapshot<>(() -> {
            try {
                return read.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }, new Reader(), clock);
    }

    private static int ask(Snapshot<Integer> snapshot) {
        return snapshot.get().orElseThrow().value();
    }
}
