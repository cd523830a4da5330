package dev.fanout.cli.soak;

import java.time.Instant;

/**
 * What tells this run's orders and views from all others.
 *
 * @param startedAt goes into every name, so that two runs with one seed do not meet
 */
record SoakRun(long seed, Instant startedAt) {
    private static final int MOST_ORDERS = 1_000_000;

    String name() {
        return "soak-%d-%d".formatted(seed, startedAt.getEpochSecond());
    }

    String sku() {
        return name() + "-tea";
    }

    /** One for each order: whoever has two orders in the end got one twice. */
    long user(int index) {
        return startedAt.getEpochSecond() * MOST_ORDERS + index;
    }
}
