package dev.fanout.local.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PersistedQueuesTest {
    private static final Instant START = Instant.parse("2026-11-22T00:00:00Z");

    private Instant now = START;
    private final PersistedQueues queues = new PersistedQueues(() -> now);

    @BeforeEach
    void there_are_a_queue_and_its_dead_letter_queue() {
        queues.apply(new QueueEntry.Queue(queue("q.fifo", "dlq.fifo")));
        queues.apply(new QueueEntry.Queue(queue("dlq.fifo", null)));
    }

    @Test
    void a_removal_that_overtakes_its_message_still_removes_it() {
        assertThat(queues.apply(new QueueEntry.Removed("q.fifo", "m", 0))).isFalse();
        assertThat(queues.apply(new QueueEntry.Added("q.fifo", message("m")))).isFalse();
        assertThat(queues.messages()).isZero();
    }

    @Test
    void a_removed_message_is_remembered_for_as_long_as_its_deduplication_id_counts() {
        queues.apply(new QueueEntry.Added("q.fifo", message("m")));
        queues.apply(new QueueEntry.Removed("q.fifo", "m", 0));
        assertThat(queues.entries()).contains(new QueueEntry.Removed("q.fifo", "m", 0));
        now = START.plus(Duration.ofMinutes(5));
        assertThat(queues.entries()).hasSize(2);
    }

    @Test
    void a_dead_letter_is_in_one_of_the_two_queues_at_every_moment() {
        queues.apply(new QueueEntry.Added("q.fifo", message("m")));
        queues.apply(new QueueEntry.Delivered("q.fifo", "m", "receipt", 1_000, 3, START.toString()));
        assertThat(queues.apply(new QueueEntry.Removed("q.fifo", "m", 1_000))).isFalse();
        assertThat(queues.messages()).isEqualTo(1);
        queues.apply(new QueueEntry.Added("dlq.fifo", message("m", "q.fifo")));
        assertThat(queues.messages()).isEqualTo(1);
        assertThat(queues.entries()).contains(new QueueEntry.Added("dlq.fifo", message("m", "q.fifo")));
    }

    @Test
    void a_delete_in_time_at_the_last_attempt_is_a_delete() {
        queues.apply(new QueueEntry.Added("q.fifo", message("m")));
        queues.apply(new QueueEntry.Delivered("q.fifo", "m", "receipt", 1_000, 3, START.toString()));
        assertThat(queues.apply(new QueueEntry.Removed("q.fifo", "m", 999))).isTrue();
        assertThat(queues.messages()).isZero();
    }

    @Test
    void a_dead_letter_queue_is_made_before_the_queue_that_names_it() {
        assertThat(queues.deadLetterQueuesFirst())
                .extracting(queue -> queue.settings().name())
                .containsExactly("dlq.fifo", "q.fifo");
    }

    @Test
    void its_entries_lead_to_the_same_state() {
        queues.apply(new QueueEntry.Added("q.fifo", message("a")));
        queues.apply(new QueueEntry.Added("dlq.fifo", message("b")));
        queues.apply(new QueueEntry.Delivered("q.fifo", "a", "receipt", 1, 1, START.toString()));
        var again = new PersistedQueues(() -> now);
        queues.entries().forEach(again::apply);
        assertThat(again.entries()).containsExactlyElementsOf(queues.entries().toList());
    }

    private static StoredQueue queue(String name, @Nullable String deadLetterQueue) {
        var created = START.toString();
        return new StoredQueue(
                name, 30_000, 0, 0, created, created, deadLetterQueue, 3, true, false, Map.of());
    }

    private static StoredMessage message(String id) {
        return message(id, null);
    }

    private static StoredMessage message(String id, @Nullable String source) {
        return new StoredMessage(
                id, null, 0, "body", Map.of(), START.toString(), 0, null, 0, true, "g", "d", null, "1", source);
    }
}
