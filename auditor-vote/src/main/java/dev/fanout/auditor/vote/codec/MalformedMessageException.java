package dev.fanout.auditor.vote.codec;

/** Bytes that no auditor writes. Nothing has changed by them. */
public final class MalformedMessageException extends RuntimeException {
    public MalformedMessageException(String reason) {
        super(reason);
    }
}
