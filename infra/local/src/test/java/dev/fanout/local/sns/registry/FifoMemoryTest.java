package dev.fanout.local.sns.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.local.sns.message.Receipt;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FifoMemoryTest {
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    private final FifoMemory memory = new FifoMemory();
    private final Receipt receipt = new Receipt("m", memory.nextSequenceNumber());

    @Test
    void a_receipt_is_remembered_for_five_minutes() {
        memory.remember("id", receipt, NOW);
        assertThat(memory.recall("id", NOW.plus(Duration.ofMinutes(5)).minusMillis(1))).isEqualTo(receipt);
        assertThat(memory.recall("id", NOW.plus(Duration.ofMinutes(5)))).isNull();
    }

    @Test
    void an_unknown_id_is_news() {
        assertThat(memory.recall("id", NOW)).isNull();
    }
}
