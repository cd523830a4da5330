package dev.fanout.auditor.peers.network;

import dev.fanout.auditor.vote.message.Signer;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What one auditor sends another, with its signature under all of it.
 *
 * @param from the sender, as it says
 * @param stamp tells a frame from each other one of its sender
 */
record Frame(Kind kind, String from, String to, Stamp stamp, byte[] content) {
    /** The version too: no other protocol's signature, by the same key, says anything here. */
    private static final byte[] CONTEXT = "dev.fanout.auditor.frame/1\0".getBytes(StandardCharsets.US_ASCII);

    private static final int LONGEST_HEADER = CONTEXT.length + 1 + 2 * 256 + 2 * Long.BYTES;
    static final int LONGEST = LONGEST_HEADER + MessageBatch.LONGEST + ByteFields.SIGNATURE;

    /** A hello asks whether its receiver is there, and introduces its sender; the welcome is the answer. */
    enum Kind { MESSAGES, HELLO, WELCOME }

    /**
     * @param time in milliseconds since 1970, by the sender's clock
     * @param nonce any number
     */
    record Stamp(long time, long nonce) {}

    /** As it is sent. */
    byte[] sealed(Signer signer) {
        var out = new ByteArrayOutputStream(content.length + LONGEST_HEADER);
        out.writeBytes(CONTEXT);
        out.write(kind.ordinal());
        ByteFields.text(out, from);
        ByteFields.text(out, to);
        ByteFields.number(out, stamp.time());
        ByteFields.number(out, stamp.nonce());
        out.writeBytes(content);
        out.writeBytes(signer.sign(out.toByteArray()));
        return out.toByteArray();
    }

    /**
     * Believes nothing of it.
     *
     * @throws IllegalArgumentException if it is no frame
     */
    static Frame read(byte[] bytes) {
        if (bytes.length > LONGEST) throw new IllegalArgumentException("it is longer than " + LONGEST + " bytes");
        return ByteFields.read(bytes, CONTEXT, Frame::read);
    }

    private static Frame read(ByteBuffer in) {
        return new Frame(kind(in.get()), ByteFields.text(in), ByteFields.text(in),
                new Stamp(in.getLong(), in.getLong()),
                ByteFields.blob(in, in.remaining()));
    }

    private static Kind kind(byte ordinal) {
        if (ordinal < 0 || ordinal >= Kind.values().length)
            throw new IllegalArgumentException("its kind is " + ordinal);
        return Kind.values()[ordinal];
    }

    /** @param bytes it was read from */
    boolean isBySender(byte[] bytes, Signer signer) {
        return signer.isBy(from, ByteFields.signed(bytes), ByteFields.signature(bytes));
    }
}
