package dev.fanout.messaging.dynamodb;

import java.util.random.RandomGenerator;

/**
 * The copy of each counter that this instance adds to, so that instances do not wait for each other. Readers sum all
 * of them. Two instances may draw the same shard and still count right: who meets another there moves on.
 */
final class CounterShard {
    static final int SHARDS = 16;
    private static final String SEPARATOR = "~";
    private static final String SEPARATOR_CODE = "%7E";
    private static final String PERCENT = "%";
    private static final String PERCENT_CODE = "%25";

    private final RandomGenerator random;
    private volatile int number;

    CounterShard(RandomGenerator random) {
        this.random = random;
        this.number = random.nextInt(SHARDS);
    }

    String of(String sort) {
        return beginningOf(sort) + number;
    }

    /** Of the sort keys of all shards, and of no others. */
    static String beginningOf(String sort) {
        return stored(sort) + SEPARATOR;
    }

    /** The counter's name as it is stored, which is what tables order by. */
    static String without(String sortInLane) {
        return sortInLane.substring(0, sortInLane.lastIndexOf(SEPARATOR));
    }

    /** What is behind all shards of a counter, and before those of any later one. */
    static String after(String stored) {
        return stored + (char) (SEPARATOR.charAt(0) + 1);
    }

    /** Names are strangers' own. Without a separator in them, the shards of a counter lie side by side. */
    static String stored(String sort) {
        return sort.replace(PERCENT, PERCENT_CODE).replace(SEPARATOR, SEPARATOR_CODE);
    }

    static String read(String stored) {
        return stored.replace(SEPARATOR_CODE, SEPARATOR).replace(PERCENT_CODE, PERCENT);
    }

    void change() {
        number = (number + random.nextInt(1, SHARDS)) % SHARDS;
    }
}
