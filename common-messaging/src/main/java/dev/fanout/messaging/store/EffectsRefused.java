package dev.fanout.messaging.store;

/**
 * DynamoDB refuses what it is asked, and would refuse it again: a key that is too long, say, or an item that is not
 * what its record says. An event is to blame, as opposed to {@link EffectsUnavailable}.
 */
public final class EffectsRefused extends RuntimeException {
    public EffectsRefused(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
