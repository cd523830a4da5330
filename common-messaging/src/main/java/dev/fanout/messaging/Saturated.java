package dev.fanout.messaging;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.stream.LongStream;

/** Sums of what strangers send. They end at the largest number, instead of becoming negative or failing. */
public final class Saturated {
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private Saturated() {}

    public static long sum(long one, long other) {
        var sum = one + other;
        if (((one ^ sum) & (other ^ sum)) >= 0) return sum;
        return one < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    public static long sum(LongStream numbers) {
        return numbers.reduce(0, Saturated::sum);
    }

    public static long difference(long one, long other) {
        return whole(BigDecimal.valueOf(one).subtract(BigDecimal.valueOf(other)));
    }

    /** Without what is behind the point. */
    public static long whole(BigDecimal number) {
        return number.toBigInteger().max(LEAST).min(MOST).longValueExact();
    }
}
