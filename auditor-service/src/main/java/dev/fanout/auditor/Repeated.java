package dev.fanout.auditor;

/** @param times that an event was sent beyond the first */
record Repeated(long times) {
    static final Repeated NEVER = new Repeated(0);

    Repeated onceMore() {
        return new Repeated(times + 1);
    }
}
