package dev.fanout.auditor;

import dev.fanout.auditor.Finding.Example;
import dev.fanout.events.AnomalyKind;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is known of a host.
 *
 * @param views of this host in the ledger; the next one's position is one more
 * @param claims of views that carry no number
 * @param findings what looked wrong, but for gaps and dominance, which are seen from the rest
 */
record Host(String hostId, long views, Sequence sequence, Claims claims, Map<AnomalyKind, Finding> findings) {
    /** The latest time that was claimed, and when that was sent. */
    record Claims(Instant latest, Instant sentAt) {
        static final Claims NONE = new Claims(Instant.EPOCH, Instant.EPOCH);

        boolean outOfOrder(Instant claimed, Instant sent) {
            return claimed.isBefore(latest) && !sent.isBefore(sentAt);
        }

        Claims and(Instant claimed, Instant sent) {
            return claimed.isAfter(latest) ? new Claims(claimed, sent) : this;
        }
    }

    static Host unheardOf(String hostId) {
        return new Host(hostId, 0, Sequence.UNHEARD_OF, Claims.NONE, Map.of());
    }

    Host oneMore() {
        return new Host(hostId, views + 1, sequence, claims, findings);
    }

    Host with(Sequence next) {
        return new Host(hostId, views, next, claims, findings);
    }

    Host with(Claims next) {
        return new Host(hostId, views, sequence, next, findings);
    }

    Host with(AnomalyKind wrong, Example example) {
        var more = new EnumMap<AnomalyKind, Finding>(AnomalyKind.class);
        more.putAll(findings);
        more.put(wrong, found(wrong).and(example));
        return new Host(hostId, views, sequence, claims, more);
    }

    Finding found(AnomalyKind kind) {
        return findings.getOrDefault(kind, Finding.NONE);
    }
}
