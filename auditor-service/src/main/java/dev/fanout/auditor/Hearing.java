package dev.fanout.auditor;

import dev.fanout.auditor.Finding.Example;
import dev.fanout.events.AnomalyKind;
import dev.fanout.events.ViewRecorded;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * One view as it is heard.
 *
 * @param host as it is known afterwards
 * @param wrong how much of what looks wrong about it
 * @param filled a gap that has one number less now
 */
record Hearing(Host host, Map<AnomalyKind, Long> wrong, Optional<Gap> filled) {

    static Hearing of(Host before, ViewRecorded view, Instant sentAt, AuditorSettings rules) {
        var wrong = atFirstSight(view, sentAt, rules);
        var number = view.sequence();
        var counted = number != null && number >= 0
                ? byNumber(before, number, view, sentAt, rules)
                : byTime(before, view, sentAt, !rules.isLate(view, sentAt) && !rules.isFuture(view, sentAt));
        wrong.putAll(counted.wrong);
        var host = counted.host.oneMore();
        for (var kind : wrong.keySet())
            if (kind != AnomalyKind.GAP)
                host = host.with(kind, example(kind, view, host, rules.windowOf(view.timestamp())));
        return new Hearing(host, wrong, counted.filled);
    }

    private static Map<AnomalyKind, Long> atFirstSight(ViewRecorded view, Instant sentAt, AuditorSettings rules) {
        var wrong = new EnumMap<AnomalyKind, Long>(AnomalyKind.class);
        if (rules.isLate(view, sentAt)) wrong.put(AnomalyKind.LATE, 1L);
        if (rules.isFuture(view, sentAt)) wrong.put(AnomalyKind.FUTURE, 1L);
        if (!rules.knowsContent(view)) wrong.put(AnomalyKind.UNKNOWN_CONTENT, 1L);
        if (!rules.knowsAd(view)) wrong.put(AnomalyKind.UNKNOWN_AD, 1L);
        return wrong;
    }

    private static Hearing byNumber(
            Host before, long number, ViewRecorded view, Instant sentAt, AuditorSettings rules) {
        var step = before.sequence().next(number, sentAt, rules.windowOf(view.timestamp()));
        var wrong = new EnumMap<AnomalyKind, Long>(AnomalyKind.class);
        if (step.outOfOrder()) wrong.put(AnomalyKind.OUT_OF_ORDER, 1L);
        if (step.missing() > 0) wrong.put(AnomalyKind.GAP, step.missing());
        return new Hearing(before.with(step.after()), wrong, step.filled());
    }

    /** A claim that is wrong by itself says nothing of the order, and must not set the clock of those that follow. */
    private static Hearing byTime(Host before, ViewRecorded view, Instant sentAt, boolean credible) {
        if (!credible) return new Hearing(before, Map.of(), Optional.empty());
        var host = before.with(before.claims().and(view.timestamp(), sentAt));
        var outOfOrder = before.claims().outOfOrder(view.timestamp(), sentAt);
        return new Hearing(host, outOfOrder ? Map.of(AnomalyKind.OUT_OF_ORDER, 1L) : Map.of(), Optional.empty());
    }

    private static Example example(AnomalyKind kind, ViewRecorded view, Host host, Instant window) {
        var text = switch (kind) {
            case UNKNOWN_CONTENT -> view.contentId();
            case UNKNOWN_AD -> view.adId();
            default -> view.eventId().toString();
        };
        var again = host.found(kind).examples().stream().filter(known -> known.text().equals(text)).findFirst();
        return Example.of(text, again.map(known -> known.times() + 1).orElse(1L), window);
    }
}
