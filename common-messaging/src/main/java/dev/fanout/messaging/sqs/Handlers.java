package dev.fanout.messaging.sqs;

import dev.fanout.events.Event;
import dev.fanout.messaging.Handler;
import dev.fanout.topology.Subscription;
import java.util.List;
import org.springframework.core.ResolvableType;

/** Finds the handler for a subscription by the events that it is declared for. */
final class Handlers {
    private final List<Handler<?>> handlers;

    Handlers(List<Handler<?>> handlers) {
        this.handlers = handlers;
    }

    /** @throws IllegalStateException unless there is exactly one */
    @SuppressWarnings("unchecked") // the pipeline hands it only what the topic carries
    Handler<Event> of(Subscription subscription) {
        var carried = subscription.topic().carries();
        var fitting = handlers.stream().filter(handler -> eventsOf(handler).isAssignableFrom(carried)).toList();
        if (fitting.size() != 1)
            throw new IllegalStateException("%s hears %s and needs one Projection or Action of %s, but there are %d: %s"
                    .formatted(
                            subscription.subscriber(),
                            subscription.topic().name(),
                            carried.getSimpleName(),
                            fitting.size(),
                            fitting));
        return (Handler<Event>) fitting.getFirst();
    }

    private static Class<?> eventsOf(Handler<?> handler) {
        var declared = ResolvableType.forClass(handler.getClass()).as(Handler.class).getGeneric(0);
        return declared.resolve(Event.class);
    }
}
