package dev.fanout.scenarios.simulate.observe;

/** What a count may be; both ends are in it. */
record Range(long low, long high) {
    static Range exactly(long count) {
        return new Range(count, count);
    }

    static Range atLeast(long count) {
        return new Range(count, Long.MAX_VALUE);
    }

    boolean contains(long count) {
        return low <= count && count <= high;
    }

    @Override
    public String toString() {
        if (low == high) return String.valueOf(low);
        return high == Long.MAX_VALUE ? "at least " + low : low + " to " + high;
    }
}
