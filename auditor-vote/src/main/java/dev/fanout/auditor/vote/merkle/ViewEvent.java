package dev.fanout.auditor.vote.merkle;

import dev.fanout.auditor.vote.codec.Decoder;
import dev.fanout.auditor.vote.codec.Encoder;
import dev.fanout.auditor.vote.codec.Limits;
import java.util.Arrays;
import java.util.UUID;

/**
 * A view event as one auditor holds it.
 *
 * @param content all of it, in a form in which all auditors write it alike: they compare its hash
 */
public record ViewEvent(UUID eventId, String hostId, byte[] content) {

    public ViewEvent {
        if (content.length > Limits.CONTENT_BYTES)
            throw new IllegalArgumentException("event " + eventId + " has " + content.length + " bytes");
    }

    /** What stands for the event in claims. */
    public ClaimEntry entry() {
        return new ClaimEntry(eventId, hostId, Sha256.of(content));
    }

    public static ViewEvent read(Decoder in) {
        return new ViewEvent(in.uuid(), in.text(), in.blob(Limits.CONTENT_BYTES));
    }

    public void write(Encoder out) {
        out.uuid(eventId).text(hostId).blob(content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ViewEvent that && entry().equals(that.entry()) && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return eventId.hashCode();
    }
}
