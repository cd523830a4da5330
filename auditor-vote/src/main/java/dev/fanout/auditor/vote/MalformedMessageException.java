package dev.fanout.auditor.vote;

/** Bytes that no auditor writes. Nothing has changed by them. */
public final class MalformedMessageException extends RuntimeException {
    MalformedMessageException(String reason) {
        super(reason);
    }
}
