package dev.fanout.local.data;

/** The data folder cannot be used; the message says why, for the person who named it. Nothing was changed. */
public final class UnusableData extends RuntimeException {
    public UnusableData(String reason) {
        super(reason);
    }

    UnusableData(String reason, Throwable cause) {
        super(reason, cause);
    }
}
