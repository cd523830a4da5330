package dev.fanout.auditor.peers.network;

import dev.fanout.auditor.vote.message.Signer;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Says in frames what this auditor has to say, and checks who answers. */
final class FrameSigner {
    private final String self;
    private final Signer signer;
    private final Introductions introductions;
    private final Clock clock;

    FrameSigner(String self, Signer signer, Introductions introductions, Clock clock) {
        this.self = self;
        this.signer = signer;
        this.introductions = introductions;
        this.clock = clock;
    }

    byte[] messages(String to, List<byte[]> messages) {
        return frame(Frame.Kind.MESSAGES, to, MessageBatch.bytes(messages)).sealed(signer);
    }

    Frame hello(String to) {
        return frame(Frame.Kind.HELLO, to, Introduction.list(List.of(introductions.own())));
    }

    byte[] sealed(Frame frame) {
        return frame.sealed(signer);
    }

    /** It repeats the number of the hello, so it cannot have been recorded before; the introductions follow. */
    byte[] welcome(Frame hello) {
        var known = introductions.list();
        var content = ByteBuffer.allocate(Long.BYTES + known.length).putLong(hello.stamp().nonce()).put(known);
        return frame(Frame.Kind.WELCOME, hello.from(), content.array()).sealed(signer);
    }

    /** Whether these bytes are the welcome to that hello, by whom it was sent to. Then, what it tells is learned. */
    boolean isWelcomed(Frame hello, byte[] answer) {
        try {
            var welcome = Frame.read(answer);
            var content = ByteBuffer.wrap(welcome.content());
            var isWelcome = welcome.kind() == Frame.Kind.WELCOME
                    && welcome.from().equals(hello.to())
                    && welcome.to().equals(self)
                    && content.remaining() >= Long.BYTES
                    && content.getLong() == hello.stamp().nonce()
                    && welcome.isBySender(answer, signer);
            if (isWelcome) introductions.learn(content);
            return isWelcome;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private Frame frame(Frame.Kind kind, String to, byte[] content) {
        var stamp = new Frame.Stamp(clock.millis(), ThreadLocalRandom.current().nextLong());
        return new Frame(kind, self, to, stamp, content);
    }
}
