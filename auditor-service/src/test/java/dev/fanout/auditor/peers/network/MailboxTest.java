package dev.fanout.auditor.peers.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailboxTest {
    private static final int MANY = 10_000;

    private final Mailbox mailbox = new Mailbox(List.of("b", "c"));

    @Test
    void one_that_sends_without_end_loses_its_own_messages_and_nobody_elses() {
        assertThat(sent("b", 1)).isLessThan(MANY);
        assertThat(mailbox.offer("c", new byte[1])).isTrue();
    }

    @Test
    void long_messages_are_bounded_by_their_bytes() {
        var length = Frame.LONGEST;
        assertThat(sent("b", length) * (long) length).isPositive().isLessThanOrEqualTo(4 << 20);
    }

    @Test
    void what_was_read_makes_room() throws InterruptedException {
        sent("b", 1);
        assertThat(mailbox.poll(0)).isNotNull();
        assertThat(mailbox.offer("b", new byte[1])).isTrue();
        assertThat(mailbox.offer("b", new byte[1])).isFalse();
    }

    @Test
    void senders_take_turns() throws InterruptedException {
        sent("b", 1);
        mailbox.offer("c", new byte[2]);
        var first = List.of(next(), next());
        assertThat(first).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void a_stranger_has_no_place() throws InterruptedException {
        assertThat(mailbox.offer("d", new byte[1])).isFalse();
        assertThat(mailbox.poll(0)).isNull();
    }

    private int next() throws InterruptedException {
        var message = mailbox.poll(0);
        return message == null ? 0 : message.length;
    }

    private int sent(String sender, int length) {
        return (int) IntStream.range(0, MANY).filter(_ -> mailbox.offer(sender, new byte[length])).count();
    }
}
