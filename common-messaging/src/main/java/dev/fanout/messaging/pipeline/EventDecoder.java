package dev.fanout.messaging.pipeline;

import dev.fanout.events.Event;
import dev.fanout.events.EventCodec;
import dev.fanout.events.UnreadableEvent;
import dev.fanout.messaging.pipeline.Disposition.DeadLetter;
import dev.fanout.messaging.pipeline.Disposition.Reason;
import java.time.Clock;

/** Reads one delivery; what cannot become an effect is refused with the reason to park it. */
public final class EventDecoder {
    private final Subscriber subscriber;
    private final EventCodec codec;
    private final Clock clock;

    public EventDecoder(Subscriber subscriber, EventCodec codec, Clock clock) {
        this.subscriber = subscriber;
        this.codec = codec;
        this.clock = clock;
    }

    /** A delivery that can be worked on, or one that cannot. */
    public sealed interface Reading {
        record Readable(Event event, String markerId, String hash) implements Reading {}

        record Unfit(DeadLetter deadLetter) implements Reading {}
    }

    public Reading read(Delivery delivery) {
        try {
            var event = codec.read(delivery.body());
            if (!subscriber.handles().isInstance(event))
                return unfit(Reason.UNREADABLE, event.type().wireName() + " is not told on this topic");
            if (event.timestamp().isBefore(clock.instant().minus(subscriber.markerTtl())))
                return unfit(Reason.TOO_OLD, "it is of " + event.timestamp() + ": no marker is kept that long");
            if (subscriber.times().isTooFarAhead(event.timestamp(), clock.instant()))
                return unfit(Reason.TOO_FAR_AHEAD, "its timestamp " + subscriber.times().rule());
            return new Reading.Readable(event, subscriber.name() + "#" + event.eventId(), codec.hash(event));
        } catch (UnreadableEvent e) {
            return unfit(Reason.UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    private static Reading unfit(Reason reason, String detail) {
        return new Reading.Unfit(new DeadLetter(reason, detail, 0));
    }
}
