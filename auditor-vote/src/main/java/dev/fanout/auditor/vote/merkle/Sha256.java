package dev.fanout.auditor.vote.merkle;

import dev.fanout.auditor.vote.codec.Decoder;
import dev.fanout.auditor.vote.codec.Encoder;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;

/** A SHA-256, in four longs: it compares by value and needs no copies. */
public record Sha256(long a, long b, long c, long d) implements Comparable<Sha256> {
    private static final Comparator<Sha256> ORDER = Comparator.comparingLong(Sha256::a)
            .thenComparingLong(Sha256::b).thenComparingLong(Sha256::c).thenComparingLong(Sha256::d);

    public static Sha256 of(byte[] content) {
        try {
            var sum = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(content));
            return new Sha256(sum.getLong(), sum.getLong(), sum.getLong(), sum.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public static Sha256 read(Decoder in) {
        return new Sha256(in.i64(), in.i64(), in.i64(), in.i64());
    }

    public void write(Encoder out) {
        out.i64(a).i64(b).i64(c).i64(d);
    }

    @Override
    public int compareTo(Sha256 other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "%016x%016x%016x%016x".formatted(a, b, c, d);
    }
}
