package dev.fanout.auditor.vote.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** Reads what {@link Encoder} writes, and refuses everything else, before it reserves memory for it. */
public final class Decoder {
    private final ByteBuffer bytes;

    private Decoder(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    public static <T> T read(byte[] bytes, Function<Decoder, T> reader) {
        check(bytes.length <= Limits.MESSAGE_BYTES, "a message of " + bytes.length + " bytes");
        var in = new Decoder(bytes);
        var value = reader.apply(in);
        check(!in.bytes.hasRemaining(), "a message that goes on after its end");
        return value;
    }

    public static void check(boolean good, String otherwise) {
        if (!good) throw new MalformedMessageException(otherwise);
    }

    public int u8() {
        return need(1).get() & 0xff;
    }

    public <T> T oneOf(T[] values) {
        var index = u8();
        check(index < values.length, "kind " + index + " where " + values.length + " are known");
        return values[index];
    }

    int u16() {
        return need(2).getShort() & 0xffff;
    }

    public int i32() {
        return need(4).getInt();
    }

    public long i64() {
        return need(8).getLong();
    }

    public boolean flag() {
        var value = u8();
        check(value <= 1, "a flag of " + value);
        return value == 1;
    }

    public UUID uuid() {
        return new UUID(i64(), i64());
    }

    /** Bytes that are no UTF-8 would be written differently than they were read. */
    public String text() {
        var utf8 = new byte[length(u16(), Limits.TEXT_BYTES)];
        bytes.get(utf8);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedMessageException("a text that is not UTF-8");
        }
    }

    public byte[] blob(int most) {
        var blob = new byte[length(i32(), most)];
        bytes.get(blob);
        return blob;
    }

    public <T> List<T> list(int most, Function<Decoder, T> reader) {
        // Nothing that is listed is shorter than a byte, so a list that fits its message cannot reserve more than that.
        var size = length(i32(), most);
        var list = new ArrayList<T>(Math.min(size, 64));
        for (var i = 0; i < size; i++) list.add(reader.apply(this));
        return Collections.unmodifiableList(list);
    }

    public <V> SortedMap<String, V> map(int most, Function<Decoder, V> reader) {
        var map = new TreeMap<String, V>();
        var size = length(i32(), most);
        for (var i = 0; i < size; i++) {
            var key = text();
            check(map.isEmpty() || map.lastKey().compareTo(key) < 0, "a map out of order at " + key);
            map.put(key, reader.apply(this));
        }
        return Collections.unmodifiableSortedMap(map);
    }

    private int length(int length, int most) {
        check(length >= 0 && length <= most, "a length of " + Integer.toUnsignedString(length) + ", at most " + most);
        check(length <= bytes.remaining(), "a length of " + length + " where " + bytes.remaining() + " bytes are left");
        return length;
    }

    private ByteBuffer need(int size) {
        check(bytes.remaining() >= size, "a message that ends too early");
        return bytes;
    }
}
