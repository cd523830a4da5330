package dev.fanout.analytics;

import dev.fanout.messaging.Counter;
import dev.fanout.topology.Fanout;

/** Which counters there are. */
final class Sums {
    static final String COUNT = "count";
    static final String AMOUNT = "amount";

    static final String ORDERS = "orders";
    static final String VIEWS_BY_HOST = "views-by-host";
    static final String VIEWS_BY_CONTENT = "views-by-content";
    static final String VIEWS_BY_AD = "views-by-ad";
    static final String VIEWS_PER_MINUTE = "views-per-minute";

    private Sums() {}

    static Counter of(String partition, String name) {
        return new Counter(Fanout.ANALYTICS, partition, name);
    }
}
