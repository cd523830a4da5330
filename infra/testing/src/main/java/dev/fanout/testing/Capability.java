package dev.fanout.testing;

/** What one AWS can do and another may not. A test that relies on one says so: {@link Needs}. */
public enum Capability {
    /**
     * Everything stops answering at once, and goes on later. Only the embedded stack can be told to. Gates
     * {@code FanoutStackTest} (the frozen stack), {@code SubscribersTest} (the outage) and {@code OutageTest} of the
     * publisher (all but the request that never fits).
     */
    OUTAGE,

    /**
     * A queue's counts of messages are right at once, as emulators have it; AWS's come right within a minute. Gates
     * the tests of {@code SubscribersTest} and {@code StartAndStopTest} that look whether a queue is empty.
     */
    EXACT_COUNTS
}
