package dev.fanout.events;

import java.time.Instant;
import java.util.UUID;

/** Something that happened, told once and heard by many. */
public sealed interface Event permits OrderEvent, ViewRecorded, WorkRequested {
    /** The idempotency key: the same fact told twice carries the same id. */
    UUID eventId();

    /** When it happened, as its source claims. */
    Instant timestamp();

    /** What the wire calls this kind of event. */
    default EventType type() {
        return EventType.of(this);
    }
}
