package dev.fanout.auditor.vote;

import java.util.Comparator;
import java.util.UUID;

/**
 * One line of a claim: this event, of this host, with this content. Two auditors hold the same event where all of it is
 * the same: an id with another host or another content is another entry, and has to find its own two of three.
 */
public record Entry(UUID eventId, String hostId, Hash digest) implements Comparable<Entry> {
    private static final Comparator<Entry> ORDER =
            Comparator.comparing(Entry::eventId).thenComparing(Entry::hostId).thenComparing(Entry::digest);

    public Entry {
        hostId = Out.asSent(hostId);
    }

    /**
     * The place in the order that claims are hashed in. It is a hash of the id, because clients choose ids, and could
     * choose them so that all of them fall in one range.
     */
    long place() {
        return Hash.of(Out.bytes(out -> out.uuid(eventId))).a();
    }

    static Entry read(In in) {
        return new Entry(in.uuid(), in.text(), Hash.read(in));
    }

    void write(Out out) {
        digest.write(out.uuid(eventId).text(hostId));
    }

    @Override
    public int compareTo(Entry other) {
        return ORDER.compare(this, other);
    }
}
