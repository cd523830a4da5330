package dev.fanout.local.sns.registry;

import dev.fanout.local.sns.message.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a FIFO topic remembers: the receipts of the last five minutes by deduplication id, and the last
 * sequence number. Not safe for threads: the publisher holds the topic's order, and this with it.
 */
public final class FifoMemory {
    static final Duration WINDOW = Duration.ofMinutes(5);

    // AWS's have twenty digits as well.
    private static final long FIRST = 1_000_000_000_000_000_000L;

    // A number may have been given to a message of which nobody wrote down the receipt before a kill.
    private static final long PERHAPS_LOST = 1_000;

    private final Map<String, Remembered> receipts = new LinkedHashMap<>();
    private long published;

    public String nextSequenceNumber() {
        return "1" + (FIRST + published++);
    }

    void restore(SnsEntry.Published message) {
        var receipt = new Receipt(message.messageId(), message.sequenceNumber());
        receipts.remove(message.deduplicationId());
        remember(message.deduplicationId(), receipt, message.at());
        published = Long.parseLong(message.sequenceNumber().substring(1)) - FIRST + PERHAPS_LOST;
    }

    public void remember(String deduplicationId, Receipt receipt, Instant now) {
        receipts.put(deduplicationId, new Remembered(receipt, now));
    }

    public @Nullable Receipt recall(String deduplicationId, Instant now) {
        // Oldest first, so the forgotten ones are always at the head.
        var oldest = receipts.values().iterator();
        while (oldest.hasNext() && !oldest.next().at().isAfter(now.minus(WINDOW))) oldest.remove();
        var remembered = receipts.get(deduplicationId);
        return remembered == null ? null : remembered.receipt();
    }

    private record Remembered(Receipt receipt, Instant at) {}
}
