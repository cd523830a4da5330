package dev.fanout.auditor.peers.network;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

/** How texts and numbers lie in signed bytes, and how they are read: a length alone reserves nothing. */
final class ByteFields {
    /** Of an Ed25519 signature, the last bytes of all that is signed. */
    static final int SIGNATURE = 64;
    private static final int LONGEST_TEXT = 255;

    private ByteFields() {}

    /** @throws IllegalArgumentException where it is not what the reader expects, or begins with another context */
    static <T> T read(byte[] bytes, byte[] context, Function<ByteBuffer, T> reader) {
        if (bytes.length < context.length + SIGNATURE || Arrays.mismatch(bytes, context) != context.length)
            throw new IllegalArgumentException("it begins otherwise, or is too short");
        try {
            return reader.apply(ByteBuffer.wrap(bytes, context.length, bytes.length - context.length - SIGNATURE));
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("it ends too early", e);
        }
    }

    static byte[] signed(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length - SIGNATURE);
    }

    static byte[] signature(byte[] bytes) {
        return Arrays.copyOfRange(bytes, bytes.length - SIGNATURE, bytes.length);
    }

    static String text(ByteBuffer in) {
        return new String(blob(in, in.get() & 0xff), StandardCharsets.UTF_8);
    }

    static byte[] blob(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) throw new BufferUnderflowException();
        var blob = new byte[length];
        in.get(blob);
        return blob;
    }

    static void text(ByteArrayOutputStream out, String text) {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > LONGEST_TEXT) throw new IllegalArgumentException("a text of " + utf8.length + " bytes");
        out.write(utf8.length);
        out.writeBytes(utf8);
    }

    static void number(ByteArrayOutputStream out, long number) {
        out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }
}
