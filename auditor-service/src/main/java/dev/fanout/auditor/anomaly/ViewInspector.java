package dev.fanout.auditor.anomaly;

import dev.fanout.auditor.anomaly.Finding.Example;
import dev.fanout.events.AnomalyKind;
import dev.fanout.events.ViewRecorded;
import dev.fanout.messaging.Saturated;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Hears views one by one, and says what looks wrong about each.
 *
 * @param order what tells it
 */
public record ViewInspector(AuditorSettings rules, SendOrder.Rule order) {

    public Inspection hear(HostProfile before, ViewRecorded view, Instant sentAt) {
        var wrong = atFirstSight(view, sentAt);
        var counted = isNumbered(view) ? byNumber(before, view, sentAt) : byTime(before, view, sentAt);
        wrong.putAll(counted.wrong());
        var host = counted.host().oneMore();
        for (var found : wrong.entrySet())
            if (found.getKey() != AnomalyKind.GAP)
                host = host.with(found.getKey(), found.getValue(), example(found.getKey(), view, host));
        return new Inspection(host, wrong, counted.filled());
    }

    /** Of two messages with the same view the later one may come first; then it looked later than it was. */
    public Inspection hearAgain(HostProfile before, ViewRecorded view, Instant sentAt) {
        var placed = (isNumbered(view) ? before.numbered() : before.timed()).sentBefore(placeOf(view), sentAt);
        var host = isNumbered(view) ? before.numbered(placed.after()) : before.timed(placed.after());
        var difference = placed.outOfOrder();
        if (difference == 0) return new Inspection(host, Map.of(), Optional.empty());
        var kind = AnomalyKind.OUT_OF_ORDER;
        return new Inspection(
                host.with(kind, difference, example(kind, view, host)), Map.of(kind, difference), Optional.empty());
    }

    private static boolean isNumbered(ViewRecorded view) {
        return view.sequence() != null && view.sequence() >= 0;
    }

    private static long placeOf(ViewRecorded view) {
        var number = view.sequence();
        return number != null && number >= 0 ? number : micros(view.timestamp());
    }

    /** Since the epoch; a claim can be beyond what there are numbers for. */
    private static long micros(Instant claimed) {
        var seconds = BigDecimal.valueOf(claimed.getEpochSecond()).movePointRight(6);
        return Saturated.whole(seconds.add(BigDecimal.valueOf(claimed.getNano() / 1_000)));
    }

    private Map<AnomalyKind, Long> atFirstSight(ViewRecorded view, Instant sentAt) {
        var wrong = new EnumMap<AnomalyKind, Long>(AnomalyKind.class);
        if (rules.isLate(view, sentAt)) wrong.put(AnomalyKind.LATE, 1L);
        if (rules.isFuture(view, sentAt)) wrong.put(AnomalyKind.FUTURE, 1L);
        if (!rules.knowsContent(view)) wrong.put(AnomalyKind.UNKNOWN_CONTENT, 1L);
        if (!rules.knowsAd(view)) wrong.put(AnomalyKind.UNKNOWN_AD, 1L);
        return wrong;
    }

    private Inspection byNumber(HostProfile before, ViewRecorded view, Instant sentAt) {
        var step = before.sequence().next(placeOf(view), rules.windowOf(view.timestamp()));
        var placed = order.next(before.numbered(), placeOf(view), sentAt);
        var wrong = outOfOrder(placed);
        if (step.missing() > 0) wrong.put(AnomalyKind.GAP, step.missing());
        return new Inspection(before.with(step.after()).numbered(placed.after()), wrong, step.filled());
    }

    /** A claim that is wrong by itself says nothing of the order, and must not set the clock of those that follow. */
    private Inspection byTime(HostProfile before, ViewRecorded view, Instant sentAt) {
        if (rules.isLate(view, sentAt) || rules.isFuture(view, sentAt))
            return new Inspection(before, Map.of(), Optional.empty());
        var placed = order.next(before.timed(), placeOf(view), sentAt);
        return new Inspection(before.timed(placed.after()), outOfOrder(placed), Optional.empty());
    }

    private static Map<AnomalyKind, Long> outOfOrder(SendOrder.Step step) {
        var wrong = new EnumMap<AnomalyKind, Long>(AnomalyKind.class);
        if (step.outOfOrder() > 0) wrong.put(AnomalyKind.OUT_OF_ORDER, step.outOfOrder());
        return wrong;
    }

    private Example example(AnomalyKind kind, ViewRecorded view, HostProfile host) {
        var text = switch (kind) {
            case UNKNOWN_CONTENT -> view.contentId();
            case UNKNOWN_AD -> view.adId();
            default -> view.eventId().toString();
        };
        var again = host.found(kind).examples().stream().filter(known -> known.text().equals(text)).findFirst();
        return Example.of(text, again.map(known -> known.times() + 1).orElse(1L), rules.windowOf(view.timestamp()));
    }
}
