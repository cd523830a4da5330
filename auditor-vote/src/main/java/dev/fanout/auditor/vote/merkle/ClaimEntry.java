package dev.fanout.auditor.vote.merkle;

import dev.fanout.auditor.vote.codec.Decoder;
import dev.fanout.auditor.vote.codec.Encoder;
import java.util.Comparator;
import java.util.UUID;

/**
 * One line of a claim: this event, of this host, with this content. Two auditors hold the same event where all of it is
 * the same: an id with another host or another content is another entry, and has to find its own two of three.
 */
public record ClaimEntry(UUID eventId, String hostId, Sha256 digest) implements Comparable<ClaimEntry> {
    private static final Comparator<ClaimEntry> ORDER =
            Comparator.comparing(ClaimEntry::eventId).thenComparing(ClaimEntry::hostId)
                    .thenComparing(ClaimEntry::digest);

    public ClaimEntry {
        hostId = Encoder.asSent(hostId);
    }

    /**
     * The place in the order that claims are hashed in. It is a hash of the id, because clients choose ids, and could
     * choose them so that all of them fall in one range.
     */
    long place() {
        return Sha256.of(Encoder.bytes(out -> out.uuid(eventId))).a();
    }

    public static ClaimEntry read(Decoder in) {
        return new ClaimEntry(in.uuid(), in.text(), Sha256.read(in));
    }

    public void write(Encoder out) {
        digest.write(out.uuid(eventId).text(hostId));
    }

    @Override
    public int compareTo(ClaimEntry other) {
        return ORDER.compare(this, other);
    }
}
