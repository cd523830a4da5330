package dev.fanout.messaging.chaos;

/** Thrown on purpose, so that what is done is not acknowledged. */
final class LostAcknowledgement extends RuntimeException {
    LostAcknowledgement(int messages) {
        super("chaos: the acknowledgement of %d messages is lost".formatted(messages), null, false, false);
    }
}
