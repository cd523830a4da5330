package dev.fanout.messaging.store;

/** DynamoDB does not answer, or answers that it cannot. No event is to blame. */
public final class EffectsUnavailable extends RuntimeException {
    public EffectsUnavailable(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
