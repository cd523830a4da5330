package dev.fanout.auditor.peers;

import dev.fanout.auditor.vote.Output.Traffic;
import dev.fanout.auditor.vote.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** What was decided about windows in which anybody saw anything. The last ones are at hand. */
final class Verdicts {
    /** Windows. */
    static final int AT_HAND = 60;
    /** Of each window at hand. */
    static final int HOSTS_AT_HAND = 200;
    /** Somebody is paid by them. */
    private static final Duration KEPT = Duration.ofDays(366);

    private final Shelf shelf;
    private final FrozenWindows frozen;
    private final VoteMetrics metrics;
    private final Pieces kept;
    private final GzippedJson json = new GzippedJson();
    private final NavigableMap<Instant, WindowVerdict> last = new ConcurrentSkipListMap<>();

    Verdicts(Shelf shelf, FrozenWindows frozen, VoteMetrics metrics) {
        this.shelf = shelf;
        this.frozen = frozen;
        this.metrics = metrics;
        this.kept = shelf.pieces("verdict");
    }

    /** Those of before this start; it may be long ago that anybody saw anything. */
    void recall() {
        kept.from(
                shelf.calendar().number(shelf.now()) - Shelf.KEPT,
                bytes -> show(json.read(bytes, WindowVerdict.class)));
    }

    void decided(Verdict verdict, Traffic traffic) {
        var closedAt = frozen.closedAt(verdict.window()).orElse(null);
        var found = WindowVerdict.of(
                shelf.calendar().start(verdict.window()), verdict, closedAt, shelf.now(),
                traffic.sent() + traffic.received());
        metrics.decided(found);
        if (found.hosts().isEmpty()) return;
        kept.keep(verdict.window(), json.write(found), shelf.now().plus(KEPT));
        show(found);
    }

    /** The newest first. */
    List<WindowVerdict> last() {
        return List.copyOf(last.descendingMap().values());
    }

    /** Of the last ones, how many are not final. */
    long unsettled() {
        return last.values().stream().filter(verdict -> !verdict.isFinal()).count();
    }

    /**
     * Of the window that a time is in, as it was found last; none where nobody saw anything, or where it is not
     * decided.
     */
    List<WindowVerdict> of(Instant time) {
        var window = shelf.calendar().number(time);
        var atHand = last.get(shelf.calendar().start(window));
        if (atHand != null) return List.of(atHand);
        return kept(window).stream().map(found -> found.first(HOSTS_AT_HAND)).toList();
    }

    /** The hosts of the window that a time is in, by their ids: as many as one window has. */
    List<HostVerdict> hosts(Instant time) {
        return kept(shelf.calendar().number(time)).stream()
                .flatMap(verdict -> verdict.hosts().stream())
                .sorted(Comparator.comparing(HostVerdict::hostId))
                .toList();
    }

    private List<WindowVerdict> kept(long window) {
        return kept.of(window).stream()
                .map(bytes -> json.read(bytes, WindowVerdict.class))
                .reduce(Verdicts::valid)
                .stream()
                .toList();
    }

    private void show(WindowVerdict found) {
        last.merge(found.window(), found.first(HOSTS_AT_HAND), Verdicts::valid);
        while (last.size() > AT_HAND) last.pollFirstEntry();
    }

    /** None ever follows a final one, but it can be found again after a start: the first time counts. */
    private static WindowVerdict valid(WindowVerdict one, WindowVerdict other) {
        if (one.isFinal() != other.isFinal()) return one.isFinal() ? one : other;
        var oneIsOlder = one.decidedAt().isBefore(other.decidedAt());
        return oneIsOlder == one.isFinal() ? one : other;
    }
}
