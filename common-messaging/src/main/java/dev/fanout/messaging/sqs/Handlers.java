package dev.fanout.messaging.sqs;

import dev.fanout.events.Event;
import dev.fanout.messaging.Projection;
import dev.fanout.topology.Subscription;
import java.util.List;
import org.springframework.core.ResolvableType;

/** Finds the projection for a subscription by the events that it is declared for. */
final class Handlers {
    private final List<Projection<?>> projections;

    Handlers(List<Projection<?>> projections) {
        this.projections = projections;
    }

    /** @throws IllegalStateException unless there is exactly one */
    @SuppressWarnings("unchecked") // the pipeline hands it only what the topic carries
    Projection<Event> of(Subscription subscription) {
        var carried = subscription.topic().carries();
        var fitting = projections.stream().filter(p -> eventsOf(p).isAssignableFrom(carried)).toList();
        if (fitting.size() != 1)
            throw new IllegalStateException("%s hears %s and needs one Projection<%s>, but there are %d: %s"
                    .formatted(subscription.subscriber(), subscription.topic().name(), carried.getSimpleName(),
                            fitting.size(), fitting));
        return (Projection<Event>) fitting.getFirst();
    }

    private static Class<?> eventsOf(Projection<?> projection) {
        var declared = ResolvableType.forClass(projection.getClass()).as(Projection.class).getGeneric(0);
        return declared.resolve(Event.class);
    }
}
