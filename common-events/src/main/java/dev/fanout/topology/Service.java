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
 * @param votes whether it compares what it has heard with others
 */
public record Service(
        String name,
        String module,
        int port,
        boolean votes,
        List<Topic> publishes,
        List<Subscription> hears,
        List<Table> tables) {

    public static Service service(String name, int port) {
        return new Service(name, name + "-service", port, false, List.of(), List.of(), List.of());
    }

    /** Where operators are answered, by default: clients cannot hold all of its connections. */
    public int managementPort() {
        return port + 10_000;
    }

    /** One of several that are built from the same module. */
    public Service from(String sharedModule) {
        return new Service(name, sharedModule, port, votes, publishes, hears, tables);
    }

    Service voting() {
        return new Service(name, module, port, true, publishes, hears, tables);
    }

    Service publishes(Topic... topics) {
        return new Service(name, module, port, votes, List.of(topics), hears, tables);
    }

    Service hears(Topic topic) {
        return hears(new Subscription(name, topic, false, Map.of(), Subscription.DEFAULT_MAX_ATTEMPTS));
    }

    /** As {@link #hears}, through a FIFO queue. */
    Service hearsInOrder(Topic topic) {
        return hears(new Subscription(name, topic, true, Map.of(), Subscription.DEFAULT_MAX_ATTEMPTS));
    }

    public Service hears(Subscription another) {
        var all = new ArrayList<>(hears);
        all.add(another);
        return new Service(name, module, port, votes, publishes, List.copyOf(all), tables);
    }

    public Service keeps(Table... more) {
        var all = new ArrayList<>(tables);
        all.addAll(List.of(more));
        return new Service(name, module, port, votes, publishes, hears, List.copyOf(all));
    }
}
