package dev.fanout.auditor.vote.merkle;

import dev.fanout.auditor.vote.codec.Decoder;
import dev.fanout.auditor.vote.codec.Encoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A range of places: those that begin with these hexadecimal digits. */
public record KeyRange(long digits, int depth) {
    public static final KeyRange ROOT = new KeyRange(0, 0);
    /** The narrow before the broad: opened in this order, only a few ranges wait at a time. */
    public static final Comparator<KeyRange> ORDER =
            Comparator.comparingInt(KeyRange::depth).reversed().thenComparingLong(KeyRange::digits);
    static final int FANOUT = 16;
    private static final int DEEPEST = 16;

    public static KeyRange read(Decoder in) {
        var range = new KeyRange(in.i64(), in.u8());
        var isExact = range.depth <= DEEPEST && (range.isDeepest() || range.digits << 4 * range.depth == 0);
        Decoder.check(isExact, "a path to nowhere");
        return range;
    }

    public void write(Encoder out) {
        out.i64(digits).u8(depth);
    }

    KeyRange child(int digit) {
        return new KeyRange(digits | (long) digit << 4 * (DEEPEST - 1 - depth), depth + 1);
    }

    public List<KeyRange> children() {
        var children = new ArrayList<KeyRange>(FANOUT);
        for (var digit = 0; digit < FANOUT; digit++) children.add(child(digit));
        return children;
    }

    boolean isDeepest() {
        return depth == DEEPEST;
    }

    boolean covers(long place) {
        return depth == 0 || (place ^ digits) >>> 4 * (DEEPEST - depth) == 0;
    }

    /** The last place of the range. */
    long last() {
        return depth == 0 ? -1 : isDeepest() ? digits : digits | -1L >>> 4 * depth;
    }
}
