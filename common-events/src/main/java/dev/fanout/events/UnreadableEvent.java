package dev.fanout.events;

/** A text that is no event of ours; the message says why, with the JSON path where there is one. */
public final class UnreadableEvent extends RuntimeException {
    UnreadableEvent(String reason, Throwable cause) {
        super(reason, cause);
    }
}
