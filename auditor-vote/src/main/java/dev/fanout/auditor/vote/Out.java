package dev.fanout.auditor.vote;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Writes the one form that a message has. Numbers have a fixed width: two ways to write one would be two hashes. */
final class Out {
    private byte[] bytes = new byte[256];
    private int size;

    static byte[] bytes(Consumer<Out> content) {
        var out = new Out();
        content.accept(out);
        return Arrays.copyOf(out.bytes, out.size);
    }

    /**
     * A text as the peers will read it. A half of a surrogate pair, which JSON can bring, is no UTF-8 and does not
     * survive; it must not make a host look like two.
     */
    static String asSent(String text) {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > Limits.TEXT_BYTES)
            throw new IllegalArgumentException("a name of " + utf8.length + " bytes, at most " + Limits.TEXT_BYTES);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    Out u8(int value) {
        room(1)[size++] = (byte) value;
        return this;
    }

    Out u16(int value) {
        return u8(value >>> 8).u8(value);
    }

    Out i32(int value) {
        return u16(value >>> 16).u16(value);
    }

    Out i64(long value) {
        return i32((int) (value >>> 32)).i32((int) value);
    }

    Out flag(boolean value) {
        return u8(value ? 1 : 0);
    }

    Out uuid(UUID value) {
        return i64(value.getMostSignificantBits()).i64(value.getLeastSignificantBits());
    }

    Out text(String value) {
        var utf8 = value.getBytes(StandardCharsets.UTF_8);
        return u16(utf8.length).raw(utf8);
    }

    Out blob(byte[] value) {
        return i32(value.length).raw(value);
    }

    Out raw(byte[] value) {
        System.arraycopy(value, 0, room(value.length), size, value.length);
        size += value.length;
        return this;
    }

    <T> Out list(Collection<T> values, BiConsumer<T, Out> writer) {
        i32(values.size());
        values.forEach(value -> writer.accept(value, this));
        return this;
    }

    <V> Out map(SortedMap<String, V> values, BiConsumer<V, Out> writer) {
        return list(values.entrySet(), (entry, out) -> writer.accept(entry.getValue(), out.text(entry.getKey())));
    }

    private byte[] room(int more) {
        if (bytes.length - size < more) bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        return bytes;
    }
}
