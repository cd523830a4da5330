package dev.fanout.messaging.store;

import dev.fanout.messaging.projection.PendingEvent;

/**
 * What a marker says of its event.
 *
 * @param hash of the event that was done
 * @param message that brought it; "" where nobody noted it
 */
public record MarkerValue(String hash, String message) {
    public static final MarkerValue UNKNOWN = new MarkerValue("", "");

    public static MarkerValue of(PendingEvent pending) {
        return new MarkerValue(pending.hash(), pending.delivery().messageId());
    }

    /** Not so for the same message, handed out once more. */
    public boolean byAnother(PendingEvent pending) {
        return !message.isEmpty() && !message.equals(pending.delivery().messageId());
    }
}
