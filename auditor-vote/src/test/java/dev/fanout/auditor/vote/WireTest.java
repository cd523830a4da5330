package dev.fanout.auditor.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.auditor.vote.codec.Decoder;
import dev.fanout.auditor.vote.codec.Encoder;
import dev.fanout.auditor.vote.codec.Limits;
import dev.fanout.auditor.vote.codec.MalformedMessageException;
import dev.fanout.auditor.vote.merkle.ClaimEntry;
import dev.fanout.auditor.vote.merkle.MerkleRef;
import dev.fanout.auditor.vote.merkle.ViewEvent;
import dev.fanout.auditor.vote.message.Message;
import dev.fanout.auditor.vote.message.SignedStatement;
import dev.fanout.auditor.vote.message.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes of peers, and of whoever else found the port. */
class WireTest {
    private static final List<byte[]> SENT = new ArrayList<>();

    @BeforeAll
    static void three_have_talked_about_all_there_is() {
        var three = new Three();
        for (var name : Three.NAMES) three.ledger(name).holds(1, TestLedger.events(0, 300, "host-1"));
        three.ledger("a").holds(1, TestLedger.events(300, 320, "höst-2"));
        three.ledger("b").holds(1, TestLedger.events(310, 330, "höst-2"));
        three.close(1);
        var other = new Statement.Claim(1, "c", new TreeMap<>(), MerkleRef.NOTHING);
        three.receives("a", SignedStatement.by(new TestSeal("c"), other).bytes());
        three.pass(Duration.ofMinutes(1));
        for (var name : Three.NAMES) three.told(name, Output.Send.class).forEach(send -> SENT.add(send.message()));
        SENT.add(new Message.Have(1, "a", true, new TreeMap<>()).bytes());
        SENT.add(new Message.Finished(1).bytes());
    }

    @Test
    void every_kind_of_message_is_among_them() {
        assertThat(SENT.stream().map(message -> message[0]).distinct()).hasSize(Message.Tag.values().length);
    }

    @Test
    void what_was_read_is_written_the_same() {
        for (var message : SENT) assertThat(Message.read(message).bytes()).isEqualTo(message);
    }

    @Test
    void a_part_of_a_message_is_refused() {
        for (var message : SENT)
            for (var length = 0; length < message.length; length += 1 + length / 40)
                refusedOrTheSame(Arrays.copyOf(message, length), false);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void a_message_with_other_bytes_in_it_is_refused_or_means_what_it_says(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 20_000; i++) {
            var message = SENT.get(random.nextInt(SENT.size())).clone();
            for (var n = random.nextInt(4); n >= 0; n--)
                message[random.nextInt(Math.min(message.length, 200))] = (byte) random.nextInt();
            refusedOrTheSame(message, true);
        }
    }

    @Test
    void noise_is_refused_or_means_what_it_says() {
        var random = new Random(5);
        for (var i = 0; i < 50_000; i++) {
            var noise = new byte[random.nextInt(100)];
            random.nextBytes(noise);
            if (noise.length > 0) noise[0] = (byte) random.nextInt(7);
            refusedOrTheSame(noise, true);
        }
    }

    @Test
    void an_auditor_survives_all_of_it() {
        var random = new Random(6);
        var voter = new Voter(Three.settings("a"), new TestSeal("a"), new TestLedger(), List.of(), 0);
        voter.close(1);
        for (var i = 0; i < 20_000; i++) {
            var message = SENT.get(random.nextInt(SENT.size())).clone();
            message[random.nextInt(Math.min(message.length, 120))] = (byte) random.nextInt();
            try {
                voter.receive(message);
            } catch (MalformedMessageException refused) {
                assertThat(refused).hasMessageNotContaining("null");
            }
        }
    }

    @Test
    void a_large_number_reserves_nothing() {
        var events = Encoder.bytes(out -> out.u8(Message.Tag.EVENTS.ordinal()).i64(1).i32(Integer.MAX_VALUE));
        assertThatThrownBy(() -> Message.read(events))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("2147483647");
        var negative = Encoder.bytes(out -> out.u8(Message.Tag.EVENTS.ordinal()).i64(1).i32(-1));
        assertThatThrownBy(() -> Message.read(negative)).isInstanceOf(MalformedMessageException.class);
        assertThatThrownBy(() -> Message.read(new byte[Limits.MESSAGE_BYTES + 1])).hasMessageContaining("bytes");
    }

    @Test
    void nothing_may_come_after_the_end() {
        var longer = Arrays.copyOf(SENT.getFirst(), SENT.getFirst().length + 1);
        assertThatThrownBy(() -> Message.read(longer)).hasMessageContaining("after its end");
    }

    @Test
    void half_a_character_is_the_same_host_here_and_at_the_peers() {
        var event = new ViewEvent(new UUID(1, 1), "host-\ud800", new byte[0]).entry();
        assertThat(Decoder.read(Encoder.bytes(event::write), ClaimEntry::read)).isEqualTo(event);
    }

    private static void refusedOrTheSame(byte[] message, boolean mayBeRead) {
        Message read;
        try {
            read = Message.read(message);
        } catch (MalformedMessageException refused) {
            return;
        }
        assertThat(mayBeRead).as("it was not refused").isTrue();
        assertThat(read.bytes()).isEqualTo(message);
    }
}
