package dev.fanout.auditor.vote.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Writes the one form that a message has. Numbers have a fixed width: two ways to write one would be two hashes. */
public final class Encoder {
    private byte[] bytes = new byte[256];
    private int size;

    public static byte[] bytes(Consumer<Encoder> content) {
        var out = new Encoder();
        content.accept(out);
        return Arrays.copyOf(out.bytes, out.size);
    }

    /**
     * A text as the peers will read it. A half of a surrogate pair, which JSON can bring, is no UTF-8 and does not
     * survive; it must not make a host look like two.
     */
    public static String asSent(String text) {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > Limits.TEXT_BYTES)
            throw new IllegalArgumentException("a name of " + utf8.length + " bytes, at most " + Limits.TEXT_BYTES);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    public Encoder u8(int value) {
        room(1)[size++] = (byte) value;
        return this;
    }

    Encoder u16(int value) {
        return u8(value >>> 8).u8(value);
    }

    public Encoder i32(int value) {
        return u16(value >>> 16).u16(value);
    }

    public Encoder i64(long value) {
        return i32((int) (value >>> 32)).i32((int) value);
    }

    public Encoder flag(boolean value) {
        return u8(value ? 1 : 0);
    }

    public Encoder uuid(UUID value) {
        return i64(value.getMostSignificantBits()).i64(value.getLeastSignificantBits());
    }

    public Encoder text(String value) {
        var utf8 = value.getBytes(StandardCharsets.UTF_8);
        return u16(utf8.length).raw(utf8);
    }

    public Encoder blob(byte[] value) {
        return i32(value.length).raw(value);
    }

    public Encoder raw(byte[] value) {
        System.arraycopy(value, 0, room(value.length), size, value.length);
        size += value.length;
        return this;
    }

    public <T> Encoder list(Collection<T> values, BiConsumer<T, Encoder> writer) {
        i32(values.size());
        values.forEach(value -> writer.accept(value, this));
        return this;
    }

    public <V> Encoder map(SortedMap<String, V> values, BiConsumer<V, Encoder> writer) {
        return list(values.entrySet(), (entry, out) -> writer.accept(entry.getValue(), out.text(entry.getKey())));
    }

    private byte[] room(int more) {
        if (bytes.length - size < more) bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        return bytes;
    }
}
