package dev.fanout.messaging.projection;

import dev.fanout.events.Event;
import dev.fanout.messaging.Projection;
import dev.fanout.messaging.pipeline.Delivery;
import dev.fanout.messaging.pipeline.Errors;
import dev.fanout.messaging.pipeline.EventDecoder;
import dev.fanout.messaging.pipeline.EventDecoder.Reading;
import dev.fanout.messaging.pipeline.Subscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes work of deliveries; what cannot become an effect is parked here, with its reason. */
final class PendingEventFactory {
    private final Subscriber subscriber;
    private final Projection<Event> projection;
    private final EventDecoder reader;
    private final FailurePolicy policy;

    PendingEventFactory(Subscriber subscriber, Projection<Event> projection, EventDecoder reader,
            FailurePolicy policy) {
        this.subscriber = subscriber;
        this.projection = projection;
        this.reader = reader;
        this.policy = policy;
    }

    List<PendingEvent> read(List<Delivery> deliveries, BatchOutcomes outcomes) {
        var works = new ArrayList<PendingEvent>();
        for (int i = 0; i < deliveries.size(); i++) {
            switch (reader.read(deliveries.get(i))) {
                case Reading.Unfit unfit -> outcomes.decide(i, unfit.deadLetter());
                case Reading.Readable readable ->
                    touched(work(i, deliveries.get(i), readable), outcomes).ifPresent(works::add);
            }
        }
        return works;
    }

    private static PendingEvent work(int index, Delivery delivery, Reading.Readable read) {
        return new PendingEvent(
                index, delivery, read.event(), read.markerId(), Set.of(), Optional.empty(), read.hash(), false, false);
    }

    /** Asks the projection what the event touches; where that fails, the event has failed. */
    private Optional<PendingEvent> touched(PendingEvent pending, BatchOutcomes outcomes) {
        try {
            var fact = projection.businessKey(pending.event()).map(key -> subscriber.name() + "#fact#" + key);
            return Optional.of(pending.touching(projection.itemsOf(pending.event()), fact));
        } catch (RuntimeException e) {
            policy.failed(pending, Errors.oneLine(e), outcomes);
            return Optional.empty();
        }
    }
}
