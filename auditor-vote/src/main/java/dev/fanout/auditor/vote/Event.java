package dev.fanout.auditor.vote;

import java.util.Arrays;
import java.util.UUID;

/**
 * A view event as one auditor holds it.
 *
 * @param content all of it, in a form in which all auditors write it alike: they compare its hash
 */
public record Event(UUID eventId, String hostId, byte[] content) {

    public Event {
        if (content.length > Limits.CONTENT_BYTES)
            throw new IllegalArgumentException("event " + eventId + " has " + content.length + " bytes");
    }

    /** What stands for the event in claims. */
    public Entry entry() {
        return new Entry(eventId, hostId, Hash.of(content));
    }

    static Event read(In in) {
        return new Event(in.uuid(), in.text(), in.blob(Limits.CONTENT_BYTES));
    }

    void write(Out out) {
        out.uuid(eventId).text(hostId).blob(content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Event that && entry().equals(that.entry()) && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return eventId.hashCode();
    }
}
