package dev.fanout.auditor;

import dev.fanout.auditor.Finding.Example;
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
record Host(
        String hostId, long views, Sequence sequence, Order numbered, Order timed,
        Map<AnomalyKind, Finding> findings) {

    Host {
        // items that were written before the order was kept like this have none
        if (numbered == null) numbered = Order.UNHEARD_OF;
        if (timed == null) timed = Order.UNHEARD_OF;
    }

    static Host unheardOf(String hostId) {
        return new Host(hostId, 0, Sequence.UNHEARD_OF, Order.UNHEARD_OF, Order.UNHEARD_OF, Map.of());
    }

    Host oneMore() {
        return new Host(hostId, views + 1, sequence, numbered, timed, findings);
    }

    Host with(Sequence next) {
        return new Host(hostId, views, next, numbered, timed, findings);
    }

    Host numbered(Order next) {
        return new Host(hostId, views, sequence, next, timed, findings);
    }

    Host timed(Order next) {
        return new Host(hostId, views, sequence, numbered, next, findings);
    }

    Host with(AnomalyKind wrong, Example example) {
        return with(wrong, 1, example);
    }

    /** @param times below zero takes so much back */
    Host with(AnomalyKind wrong, long times, Example example) {
        var found = times < 0 ? found(wrong).less(-times, example.text()) : found(wrong).and(times, example);
        var all = new EnumMap<AnomalyKind, Finding>(AnomalyKind.class);
        all.putAll(findings);
        all.put(wrong, found);
        all.values().removeIf(finding -> finding.count() <= 0);
        return new Host(hostId, views, sequence, numbered, timed, all);
    }

    /** Of dominance nothing: it is seen beside all others. */
    long count(AnomalyKind kind) {
        return kind == AnomalyKind.GAP ? sequence.missing() : found(kind).count();
    }

    Finding found(AnomalyKind kind) {
        return findings.getOrDefault(kind, Finding.NONE);
    }
}
