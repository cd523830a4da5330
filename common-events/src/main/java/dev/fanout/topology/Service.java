package dev.fanout.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

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
        List<Subscription> subscriptions,
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
        return new Service(name, sharedModule, port, votes, publishes, subscriptions, tables);
    }

    Service voting() {
        return new Service(name, module, port, true, publishes, subscriptions, tables);
    }

    Service publishes(Topic... topics) {
        return new Service(name, module, port, votes, List.of(topics), subscriptions, tables);
    }

    Service subscribesTo(Topic topic) {
        return subscribesTo(new Subscription(name, topic, false, Map.of(), Subscription.DEFAULT_MAX_ATTEMPTS));
    }

    /** As {@link #subscribesTo}, through a FIFO queue. */
    Service subscribesInOrderTo(Topic topic) {
        return subscribesTo(new Subscription(name, topic, true, Map.of(), Subscription.DEFAULT_MAX_ATTEMPTS));
    }

    public Service subscribesTo(Subscription another) {
        var all = new ArrayList<>(subscriptions);
        all.add(another);
        return new Service(name, module, port, votes, publishes, List.copyOf(all), tables);
    }

    public Service ownsTables(Table... more) {
        var all = new ArrayList<>(tables);
        all.addAll(List.of(more));
        return new Service(name, module, port, votes, publishes, subscriptions, List.copyOf(all));
    }

    /**
     * The one of its tables that is called by its own name and this.
     *
     * @throws NoSuchElementException if it owns none of that name
     */
    public Table table(String kind) {
        return tables.stream().filter(table -> table.name().equals(name + "-" + kind)).findFirst()
                .orElseThrow(() -> new NoSuchElementException(name + " owns no table '" + kind + "'"));
    }
}
