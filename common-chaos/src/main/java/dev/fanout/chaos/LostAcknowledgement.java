package dev.fanout.chaos;

/** Thrown on purpose, so that what is done is not acknowledged. */
final class LostAcknowledgement extends RuntimeException {
    LostAcknowledgement() {
        super("chaos: the acknowledgement is lost", null, false, false);
    }
}
