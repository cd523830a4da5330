package dev.fanout.scenarios.produce;

/**
 * How quickly messages go out.
 *
 * @param rate a second; 0 is as fast as possible
 */
public record SendRate(double rate, int batchSize) {
    private static final double STEPS_A_SECOND = 5;

    /** How many go together: a slow pace is kept by small batches rather than by long pauses. */
    public int batch() {
        if (rate == 0) return batchSize;
        return Math.clamp((long) Math.ceil(rate / STEPS_A_SECOND), 1, batchSize);
    }

    /**
     * Waits until the next one is due.
     *
     * @param begin by {@link System#nanoTime()}
     */
    public void await(long begin, long sent) throws InterruptedException {
        if (rate == 0) return;
        var due = begin + (long) (sent / rate * 1e9);
        var millis = (due - System.nanoTime()) / 1_000_000;
        if (millis > 0) Thread.sleep(millis);
    }
}
