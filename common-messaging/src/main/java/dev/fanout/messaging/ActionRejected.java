package dev.fanout.messaging;

/** The outside world refuses the effect for good: the event is parked at once, with this message. */
public final class ActionRejected extends RuntimeException {
    public ActionRejected(String reason, Throwable cause) {
        super(reason, cause);
    }
}
