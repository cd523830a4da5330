package dev.fanout.topology;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is there and how they are joined. Queues, policies, templates and pictures are rendered from it.
 *
 * @param services in the order in which they are shown
 * @param shared tables that every subscriber uses
 */
public record Topology(List<Service> services, List<Table> shared) {

    public List<Topic> topics() {
        return services.stream()
                .flatMap(s -> Stream.concat(
                        s.publishes().stream(), s.subscriptions().stream().map(Subscription::topic)))
                .distinct()
                .toList();
    }

    public List<Subscription> subscriptions() {
        return services.stream().flatMap(s -> s.subscriptions().stream()).toList();
    }

    public List<Table> tables() {
        return Stream.concat(shared.stream(), services.stream().flatMap(s -> s.tables().stream()))
                .distinct()
                .toList();
    }

    /** Those that compare what they have heard. */
    public List<Service> voters() {
        return services.stream().filter(Service::votes).toList();
    }

    public Optional<Service> service(String name) {
        return services.stream().filter(s -> s.name().equals(name)).findFirst();
    }
}
