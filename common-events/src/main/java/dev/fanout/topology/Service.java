package dev.fanout.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One process of the suite.
 *
 * @param name the Spring application name; a subscriber's queues start with it
 * @param module the Maven module it is built from
 * @param port where its REST interface listens by default
 */
public record Service(
        String name, String module, int port, List<Topic> publishes, List<Subscription> hears, List<Table> tables) {

    static Service service(String name, int port) {
        return new Service(name, name + "-service", port, List.of(), List.of(), List.of());
    }

    /** One of several that are built from the same module. */
    Service from(String sharedModule) {
        return new Service(name, sharedModule, port, publishes, hears, tables);
    }

    Service publishes(Topic... topics) {
        return new Service(name, module, port, List.of(topics), hears, tables);
    }

    Service hears(Topic topic) {
        return hears(new Subscription(name, topic, false, Map.of(), Subscription.DEFAULT_MAX_ATTEMPTS));
    }

    /** As {@link #hears}, through a FIFO queue. */
    Service hearsInOrder(Topic topic) {
        return hears(new Subscription(name, topic, true, Map.of(), Subscription.DEFAULT_MAX_ATTEMPTS));
    }

    Service keeps(Table... own) {
        return new Service(name, module, port, publishes, hears, List.of(own));
    }

    private Service hears(Subscription another) {
        var all = new ArrayList<>(hears);
        all.add(another);
        return new Service(name, module, port, publishes, List.copyOf(all), tables);
    }
}
