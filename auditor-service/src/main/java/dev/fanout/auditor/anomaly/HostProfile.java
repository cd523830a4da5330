package dev.fanout.auditor.anomaly;

import dev.fanout.auditor.anomaly.Finding.Example;
import dev.fanout.events.AnomalyKind;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is known of a host.
 *
 * @param views of this host in the ledger; the next one's position is one more
 * @param numbered the order of its numbers
 * @param timed the order of the times that views claim which carry no number
 * @param findings what looked wrong, but for gaps and dominance, which are seen from the rest
 */
public record HostProfile(
        String hostId, long views, Sequence sequence, SendOrder numbered, SendOrder timed,
        Map<AnomalyKind, Finding> findings) {

    public HostProfile {
        // items that were written before the order was kept like this have none
        if (numbered == null) numbered = SendOrder.UNHEARD_OF;
        if (timed == null) timed = SendOrder.UNHEARD_OF;
    }

    public static HostProfile unheardOf(String hostId) {
        return new HostProfile(hostId, 0, Sequence.UNHEARD_OF, SendOrder.UNHEARD_OF, SendOrder.UNHEARD_OF, Map.of());
    }

    HostProfile oneMore() {
        return new HostProfile(hostId, views + 1, sequence, numbered, timed, findings);
    }

    HostProfile with(Sequence next) {
        return new HostProfile(hostId, views, next, numbered, timed, findings);
    }

    HostProfile numbered(SendOrder next) {
        return new HostProfile(hostId, views, sequence, next, timed, findings);
    }

    HostProfile timed(SendOrder next) {
        return new HostProfile(hostId, views, sequence, numbered, next, findings);
    }

    public HostProfile with(AnomalyKind wrong, Example example) {
        return with(wrong, 1, example);
    }

    /** @param times below zero takes so much back */
    public HostProfile with(AnomalyKind wrong, long times, Example example) {
        var found = times < 0 ? found(wrong).less(-times, example.text()) : found(wrong).and(times, example);
        var all = new EnumMap<AnomalyKind, Finding>(AnomalyKind.class);
        all.putAll(findings);
        all.put(wrong, found);
        all.values().removeIf(finding -> finding.count() <= 0);
        return new HostProfile(hostId, views, sequence, numbered, timed, all);
    }

    /** Of dominance nothing: it is seen beside all others. */
    public long count(AnomalyKind kind) {
        return kind == AnomalyKind.GAP ? sequence.missing() : found(kind).count();
    }

    public Finding found(AnomalyKind kind) {
        return findings.getOrDefault(kind, Finding.NONE);
    }
}
