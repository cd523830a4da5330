package dev.fanout.auditor.peers.network;

import dev.fanout.auditor.vote.Voter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Messages in one frame: what waits at the same time costs one request and one signature. */
final class MessageBatch {
    /** Bytes, before the last message. */
    private static final int ENOUGH = 64 << 10;
    private static final int MOST = 256;
    static final int LONGEST = ENOUGH + Voter.LONGEST_MESSAGE + MOST * Integer.BYTES;

    private MessageBatch() {}

    /** The first message, and what waits behind it. */
    static List<byte[]> from(byte[] first, Mailbox waiting) throws InterruptedException {
        var messages = new ArrayList<byte[]>();
        var bytes = 0;
        for (var next = first; next != null; next = isFull(messages, bytes) ? null : waiting.poll(0)) {
            messages.add(next);
            bytes += next.length;
        }
        return messages;
    }

    private static boolean isFull(List<byte[]> messages, int bytes) {
        return messages.size() == MOST || bytes >= ENOUGH;
    }

    static byte[] bytes(List<byte[]> messages) {
        var out = ByteBuffer.allocate(messages.stream().mapToInt(message -> Integer.BYTES + message.length).sum());
        for (var message : messages) out.putInt(message.length).put(message);
        return out.array();
    }

    /**
     * Gives out one after the other, until one is not taken.
     *
     * @throws RuntimeException where it is no batch
     */
    static boolean giveOut(byte[] batch, Predicate<byte[]> taker) {
        var in = ByteBuffer.wrap(batch);
        while (in.hasRemaining()) if (!taker.test(ByteFields.blob(in, in.getInt()))) return false;
        return true;
    }
}
