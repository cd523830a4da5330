package dev.fanout.messaging.dynamodb;

import java.util.random.RandomGenerator;

/**
 * The copy of each counter that this instance adds to, so that instances do not wait for each other. Readers sum all
 * of them. Two instances may draw the same lane and still count right: who meets another there moves on.
 */
final class Lane {
    private static final int LANES = 16;
    private static final String SEPARATOR = "~";

    private final RandomGenerator random;
    private volatile int number;

    Lane(RandomGenerator random) {
        this.random = random;
        this.number = random.nextInt(LANES);
    }

    String of(String sort) {
        return beginningOf(sort) + number;
    }

    /** Of the sort keys of all lanes. */
    static String beginningOf(String sort) {
        return sort + SEPARATOR;
    }

    static String without(String sortInLane) {
        return sortInLane.substring(0, sortInLane.lastIndexOf(SEPARATOR));
    }

    void change() {
        number = (number + random.nextInt(1, LANES)) % LANES;
    }
}
