package dev.fanout.messaging.store;

/**
 * What a marker says of its event.
 *
 * @param hash of the event that was done
 * @param message that brought it; "" where nobody noted it
 */
public record MarkerValue(String hash, String message) {
    public static final MarkerValue UNKNOWN = new MarkerValue("", "");

    /** Not so for the same message, handed out once more. */
    public boolean isOfAnotherMessage(String messageId) {
        return !message.isEmpty() && !message.equals(messageId);
    }
}
