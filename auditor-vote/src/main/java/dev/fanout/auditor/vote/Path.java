package dev.fanout.auditor.vote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A range of places: those that begin with these hexadecimal digits. */
record Path(long digits, int depth) {
    static final Path ROOT = new Path(0, 0);
    /** The narrow before the broad: opened in this order, only a few ranges wait at a time. */
    static final Comparator<Path> ORDER =
            Comparator.comparingInt(Path::depth).reversed().thenComparingLong(Path::digits);
    static final int FANOUT = 16;
    private static final int DEEPEST = 16;

    static Path read(In in) {
        var path = new Path(in.i64(), in.u8());
        var isExact = path.depth <= DEEPEST && (path.isDeepest() || path.digits << 4 * path.depth == 0);
        In.check(isExact, "a path to nowhere");
        return path;
    }

    void write(Out out) {
        out.i64(digits).u8(depth);
    }

    Path child(int digit) {
        return new Path(digits | (long) digit << 4 * (DEEPEST - 1 - depth), depth + 1);
    }

    List<Path> children() {
        var children = new ArrayList<Path>(FANOUT);
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
