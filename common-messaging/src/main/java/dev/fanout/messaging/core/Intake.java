package dev.fanout.messaging.core;

import dev.fanout.events.Event;
import dev.fanout.events.EventCodec;
import dev.fanout.events.UnreadableEvent;
import dev.fanout.messaging.Projection;
import dev.fanout.messaging.core.Verdict.Park;
import dev.fanout.messaging.core.Verdict.Reason;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads deliveries; what cannot become an effect is parked here, with its reason. */
final class Intake {
    private final Subscriber subscriber;
    private final Projection<Event> projection;
    private final EventCodec codec;
    private final Clock clock;
    private final Rulings rulings;

    Intake(Subscriber subscriber, Projection<Event> projection, EventCodec codec, Clock clock, Rulings rulings) {
        this.subscriber = subscriber;
        this.projection = projection;
        this.codec = codec;
        this.clock = clock;
        this.rulings = rulings;
    }

    List<Work> read(List<Delivery> deliveries, Fates fates) {
        var works = new ArrayList<Work>();
        for (int i = 0; i < deliveries.size(); i++) {
            try {
                var work = readable(i, deliveries.get(i));
                touched(work, fates).ifPresent(works::add);
            } catch (UnreadableEvent e) {
                fates.decide(i, new Park(Reason.UNREADABLE, String.valueOf(e.getMessage()), 0));
            } catch (Unfit e) {
                fates.decide(i, e.park);
            }
        }
        return works;
    }

    private Work readable(int index, Delivery delivery) {
        var event = codec.read(delivery.body());
        if (!subscriber.hears().isInstance(event))
            throw new Unfit(Reason.UNREADABLE, event.type().wireName() + " is not told on this topic");
        if (event.timestamp().isBefore(clock.instant().minus(subscriber.markerTtl())))
            throw new Unfit(Reason.TOO_OLD, "it is of " + event.timestamp() + ": no marker is kept that long");
        var marker = subscriber.name() + "#" + event.eventId();
        return new Work(index, delivery, event, marker, Set.of(), Optional.empty(), codec.hash(event), false);
    }

    /** Asks the projection what the event touches; where that fails, the event has failed. */
    private Optional<Work> touched(Work work, Fates fates) {
        try {
            var fact = projection.businessKey(work.event()).map(key -> subscriber.name() + "#fact#" + key);
            return Optional.of(work.touching(projection.itemsOf(work.event()), fact));
        } catch (RuntimeException e) {
            rulings.failed(work, e.toString(), fates);
            return Optional.empty();
        }
    }

    private static final class Unfit extends RuntimeException {
        private final transient Park park;

        Unfit(Reason reason, String detail) {
            super(detail, null, false, false);
            this.park = new Park(reason, detail, 0);
        }
    }
}
