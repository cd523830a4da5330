package dev.fanout.auditor.peers.network;

import dev.fanout.auditor.vote.message.Signer;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * "I am NAME, at ADDRESS, since TIME." It is signed by the one that is to be reached, so it does not matter who hands
 * it on.
 *
 * @param since in milliseconds since 1970: of two introductions of one auditor, the newer counts
 * @param bytes all of it as its author has signed it, with the signature
 */
record Introduction(String name, Address address, long since, byte[] bytes) {
    private static final byte[] CONTEXT = "dev.fanout.auditor.introduction/1\0".getBytes(StandardCharsets.US_ASCII);
    /** At once; three auditors have two peers each. */
    private static final int MOST = 4;

    static Introduction of(String name, Address address, long since, Signer signer) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(CONTEXT);
        ByteFields.text(out, name);
        ByteFields.text(out, address.toString());
        ByteFields.number(out, since);
        out.writeBytes(signer.sign(out.toByteArray()));
        return read(out.toByteArray());
    }

    /** @throws IllegalArgumentException if it is none */
    static Introduction read(byte[] bytes) {
        return ByteFields.read(bytes, CONTEXT, in ->
                new Introduction(ByteFields.text(in), Address.of(ByteFields.text(in)), in.getLong(), bytes));
    }

    boolean isByItself(Signer signer) {
        return signer.isBy(name, ByteFields.signed(bytes), ByteFields.signature(bytes));
    }

    static byte[] list(Collection<Introduction> introductions) {
        var out = new ByteArrayOutputStream();
        out.write(introductions.size());
        for (var introduction : introductions) {
            out.writeBytes(ByteBuffer.allocate(Short.BYTES).putShort((short) introduction.bytes.length).array());
            out.writeBytes(introduction.bytes);
        }
        return out.toByteArray();
    }

    /** @throws RuntimeException if it is no list, or a longer one than anybody has reason for */
    static List<Introduction> list(ByteBuffer in) {
        var size = in.get();
        if (size < 0 || size > MOST) throw new IllegalArgumentException(size + " introductions");
        var all = new ArrayList<Introduction>(size);
        for (int i = 0; i < size; i++) all.add(read(ByteFields.blob(in, in.getShort() & 0xffff)));
        return all;
    }
}
