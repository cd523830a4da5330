package dev.fanout.messaging.core;

/**
 * What a marker says of its event.
 *
 * @param hash of the event that was done
 * @param message that brought it; "" where nobody noted it
 */
public record DoneBy(String hash, String message) {
    static final DoneBy UNKNOWN = new DoneBy("", "");

    static DoneBy of(Work work) {
        return new DoneBy(work.hash(), work.delivery().messageId());
    }

    /** Not so for the same message, handed out once more. */
    boolean byAnother(Work work) {
        return !message.isEmpty() && !message.equals(work.delivery().messageId());
    }
}
