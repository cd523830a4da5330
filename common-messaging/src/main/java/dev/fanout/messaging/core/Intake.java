package dev.fanout.messaging.core;

import dev.fanout.events.Event;
import dev.fanout.messaging.Projection;
import dev.fanout.messaging.core.EventReader.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes work of deliveries; what cannot become an effect is parked here, with its reason. */
final class Intake {
    private final Subscriber subscriber;
    private final Projection<Event> projection;
    private final EventReader reader;
    private final Rulings rulings;

    Intake(Subscriber subscriber, Projection<Event> projection, EventReader reader, Rulings rulings) {
        this.subscriber = subscriber;
        this.projection = projection;
        this.reader = reader;
        this.rulings = rulings;
    }

    List<Work> read(List<Delivery> deliveries, Fates fates) {
        var works = new ArrayList<Work>();
        for (int i = 0; i < deliveries.size(); i++) {
            switch (reader.read(deliveries.get(i))) {
                case Reading.Unfit unfit -> fates.decide(i, unfit.park());
                case Reading.Readable readable ->
                    touched(work(i, deliveries.get(i), readable), fates).ifPresent(works::add);
            }
        }
        return works;
    }

    private static Work work(int index, Delivery delivery, Reading.Readable read) {
        return new Work(
                index, delivery, read.event(), read.markerId(), Set.of(), Optional.empty(), read.hash(), false, false);
    }

    /** Asks the projection what the event touches; where that fails, the event has failed. */
    private Optional<Work> touched(Work work, Fates fates) {
        try {
            var fact = projection.businessKey(work.event()).map(key -> subscriber.name() + "#fact#" + key);
            return Optional.of(work.touching(projection.itemsOf(work.event()), fact));
        } catch (RuntimeException e) {
            rulings.failed(work, Errors.oneLine(e), fates);
            return Optional.empty();
        }
    }
}
