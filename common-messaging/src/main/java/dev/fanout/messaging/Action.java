package dev.fanout.messaging;

import dev.fanout.events.Event;

/**
 * An effect outside DynamoDB, such as a mail. It runs under a lease, so that no two instances are at the same event,
 * and is noted as done together with what it returns. What remains at-least-once is said by its own transport: a crash
 * between the effect and the note repeats it, with the same event id as the idempotency key.
 */
public non-sealed interface Action<E extends Event> extends Handler<E> {
    /**
     * Has the effect. Runs on a thread of its own, which is interrupted when the lease is lost.
     *
     * @return what to keep of it, under keys that are the event's own
     * @throws ActionRejected if no further attempt can help
     * @throws Exception if another attempt may
     */
    Changes perform(E event) throws Exception;
}
