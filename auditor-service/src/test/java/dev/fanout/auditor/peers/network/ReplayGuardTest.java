package dev.fanout.auditor.peers.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReplayGuardTest {
    private static final long NOW = Instant.parse("2026-11-30T12:00:00Z").toEpochMilli();

    private final ReplayGuard replays = new ReplayGuard(Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC));

    @Test
    void nothing_is_taken_twice_in_whatever_order_it_comes() {
        assertThat(take(0, 1)).isTrue();
        assertThat(take(-5_000, 1)).isTrue();
        assertThat(take(0, 2)).isTrue();
        assertThat(take(0, 1)).isFalse();
        assertThat(take(-5_000, 1)).isFalse();
    }

    @Test
    void clocks_may_differ_but_not_by_much() {
        assertThat(take(-100_000, 1)).isTrue();
        assertThat(take(100_000, 1)).isTrue();
        assertThat(take(-121_000, 1)).isFalse();
        assertThat(take(121_000, 1)).isFalse();
        assertThat(take(Long.MIN_VALUE - NOW, 1)).isFalse();
        assertThat(take(Long.MAX_VALUE - NOW, 1)).isFalse();
    }

    @Test
    void what_had_to_be_forgotten_is_not_taken_again_either() {
        var many = 30_000L;
        assertThat(LongStream.range(0, many).filter(nonce -> take(nonce, nonce)).count()).isEqualTo(many);
        assertThat(LongStream.range(0, many).filter(nonce -> take(nonce, nonce)).count()).isZero();
        assertThat(take(many, many)).isTrue();
    }

    private boolean take(long later, long nonce) {
        return replays.take(new Frame.Stamp(NOW + later, nonce));
    }
}
