package dev.fanout.messaging.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WatermarkTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final Watermark watermark = new Watermark();

    @Test
    void nothing_is_known_before_somebody_has_looked() {
        watermark.left(NOON);
        assertThat(watermark.doneUntil()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void all_is_done_where_nothing_is_there() {
        lookAt(3, 0);
        assertThat(watermark.doneUntil()).isEqualTo(at(3));
    }

    @Test
    void a_queue_that_is_never_empty_is_done_until_a_look_when_as_many_have_left() {
        lookAt(3, 2);
        watermark.left(at(1));
        assertThat(watermark.doneUntil()).isEqualTo(Instant.EPOCH);
        lookAt(4, 5);
        watermark.left(at(2));
        assertThat(watermark.doneUntil()).isEqualTo(at(3));
    }

    @Test
    void what_was_sent_after_a_look_does_not_stand_for_what_was_there() {
        lookAt(3, 1);
        watermark.left(at(5));
        assertThat(watermark.doneUntil()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void what_is_sent_while_somebody_counts_may_have_been_counted() {
        watermark.seen(at(3), at(5), 1);
        watermark.left(at(4));
        assertThat(watermark.doneUntil()).isEqualTo(at(3));
    }

    @Test
    void a_look_that_counted_too_many_is_overtaken_by_the_next() {
        lookAt(3, 7);
        lookAt(4, 1);
        watermark.left(at(2));
        assertThat(watermark.doneUntil()).isEqualTo(at(4));
        watermark.left(at(2));
        assertThat(watermark.doneUntil()).as("and is forgotten").isEqualTo(at(4));
    }

    @Test
    void who_is_far_behind_and_looked_at_often_still_comes_on() {
        lookAt(3, 2);
        for (int second = 4; second < 1_000; second++) lookAt(second, 500);
        watermark.left(at(1));
        watermark.left(at(2));
        assertThat(watermark.doneUntil()).isEqualTo(at(3));
    }

    private void lookAt(int second, int there) {
        watermark.seen(at(second), at(second), there);
    }

    private static Instant at(int second) {
        return NOON.plusSeconds(second);
    }
}
