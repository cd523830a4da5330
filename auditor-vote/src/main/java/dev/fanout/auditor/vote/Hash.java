package dev.fanout.auditor.vote;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;

/** A SHA-256, in four longs: it compares by value and needs no copies. */
public record Hash(long a, long b, long c, long d) implements Comparable<Hash> {
    private static final Comparator<Hash> ORDER = Comparator.comparingLong(Hash::a)
            .thenComparingLong(Hash::b).thenComparingLong(Hash::c).thenComparingLong(Hash::d);

    static Hash of(byte[] content) {
        try {
            var sum = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(content));
            return new Hash(sum.getLong(), sum.getLong(), sum.getLong(), sum.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static Hash read(In in) {
        return new Hash(in.i64(), in.i64(), in.i64(), in.i64());
    }

    void write(Out out) {
        out.i64(a).i64(b).i64(c).i64(d);
    }

    @Override
    public int compareTo(Hash other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "%016x%016x%016x%016x".formatted(a, b, c, d);
    }
}
