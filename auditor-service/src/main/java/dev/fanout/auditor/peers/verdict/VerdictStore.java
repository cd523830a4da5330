package dev.fanout.auditor.peers.verdict;

import dev.fanout.auditor.peers.store.ChunkedStore;
import dev.fanout.auditor.peers.store.GzippedJson;
import dev.fanout.auditor.peers.store.VoteTable;
import dev.fanout.auditor.peers.store.WindowSnapshots;
import dev.fanout.auditor.vote.Output.Traffic;
import dev.fanout.auditor.vote.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** What was decided about windows in which anybody saw anything. The last ones are at hand. */
public final class VerdictStore {
    /** Windows. */
    static final int AT_HAND = 60;
    /** Of each window at hand. */
    public static final int HOSTS_AT_HAND = 200;
    /** Somebody is paid by them. */
    private static final Duration KEPT = Duration.ofDays(366);

    private final VoteTable table;
    private final WindowSnapshots frozen;
    private final VoteMetrics metrics;
    private final ChunkedStore kept;
    private final GzippedJson json = new GzippedJson();
    private final NavigableMap<Instant, WindowVerdict> last = new ConcurrentSkipListMap<>();

    public VerdictStore(VoteTable table, WindowSnapshots frozen, VoteMetrics metrics) {
        this.table = table;
        this.frozen = frozen;
        this.metrics = metrics;
        this.kept = table.pieces("verdict");
    }

    /** Those of before this start; it may be long ago that anybody saw anything. */
    public void recall() {
        kept.from(
                table.calendar().number(table.now()) - VoteTable.KEPT,
                bytes -> show(json.read(bytes, WindowVerdict.class)));
    }

    public void decided(Verdict verdict, Traffic traffic) {
        var closedAt = frozen.closedAt(verdict.window()).orElse(null);
        var found = WindowVerdict.of(
                table.calendar().start(verdict.window()), verdict, closedAt, table.now(),
                traffic.sent() + traffic.received());
        metrics.decided(found);
        if (found.hosts().isEmpty()) return;
        kept.keep(verdict.window(), json.write(found), table.now().plus(KEPT));
        show(found);
    }

    /** The newest first. */
    public List<WindowVerdict> last() {
        return List.copyOf(last.descendingMap().values());
    }

    /** Of the last ones, how many are not final. */
    public long unsettled() {
        return last.values().stream().filter(verdict -> !verdict.isFinal()).count();
    }

    /**
     * Of the window that a time is in, as it was found last; none where nobody saw anything, or where it is not
     * decided.
     */
    public List<WindowVerdict> of(Instant time) {
        var window = table.calendar().number(time);
        var atHand = last.get(table.calendar().start(window));
        if (atHand != null) return List.of(atHand);
        return kept(window).stream().map(found -> found.first(HOSTS_AT_HAND)).toList();
    }

    /** The hosts of the window that a time is in, by their ids: as many as one window has. */
    public List<HostVerdict> hosts(Instant time) {
        return kept(table.calendar().number(time)).stream()
                .flatMap(verdict -> verdict.hosts().stream())
                .sorted(Comparator.comparing(HostVerdict::hostId))
                .toList();
    }

    private List<WindowVerdict> kept(long window) {
        return kept.of(window).stream()
                .map(bytes -> json.read(bytes, WindowVerdict.class))
                .reduce(VerdictStore::valid)
                .stream()
                .toList();
    }

    private void show(WindowVerdict found) {
        last.merge(found.window(), found.first(HOSTS_AT_HAND), VerdictStore::valid);
        while (last.size() > AT_HAND) last.pollFirstEntry();
    }

    /** None ever follows a final one, but it can be found again after a start: the first time counts. */
    private static WindowVerdict valid(WindowVerdict one, WindowVerdict other) {
        if (one.isFinal() != other.isFinal()) return one.isFinal() ? one : other;
        var oneIsOlder = one.decidedAt().isBefore(other.decidedAt());
        return oneIsOlder == one.isFinal() ? one : other;
    }
}
