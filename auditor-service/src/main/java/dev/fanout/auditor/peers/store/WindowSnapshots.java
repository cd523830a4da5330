package dev.fanout.auditor.peers.store;

import dev.fanout.auditor.vote.LocalLedger;
import dev.fanout.auditor.vote.merkle.ClaimEntry;
import dev.fanout.auditor.vote.merkle.ViewEvent;
import dev.fanout.messaging.Key;
import dev.fanout.messaging.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What closed windows held when they were first asked for. The ledger goes on: a view that was on its way when its
 * window closed would change what has been signed.
 */
public final class WindowSnapshots implements LocalLedger {
    private static final Logger log = LoggerFactory.getLogger(WindowSnapshots.class);
    private static final Duration LAG_LIMIT = Duration.ofSeconds(30);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final VoteTable table;
    private final LedgerView ledger;
    private final ChunkedStore contents;
    private final GzippedJson json = new GzippedJson();
    private @Nullable Thawed last;
    private @Nullable Lag lag;

    public WindowSnapshots(VoteTable table, LedgerView ledger) {
        this.table = table;
        this.ledger = ledger;
        this.contents = table.pieces("contents");
    }

    /** @param contents their name among the pieces */
    record Frozen(String sk, String contents, Instant closedAt, long expiresAt) {}

    record Contents(Map<String, Long> counts, List<ClaimEntry> entries) {}

    private record Thawed(long window, Contents contents) {}

    private record Lag(Instant since, Instant again) {}

    /** The newest that is frozen, if any is. */
    public OptionalLong newest() {
        var from = WindowCalendar.name(table.calendar().number(table.now()) - 2L * VoteTable.KEPT);
        var windows = LongStream.builder();
        table.walk("frozen", Span.from(from), Frozen.class, frozen -> windows.add(Long.parseLong(frozen.sk())));
        return windows.build().max();
    }

    /** @return whether it is; if not, it has to be tried again */
    public boolean freeze(long window) {
        // A clock that was set back must not hold up everything.
        if (lag != null && table.now().isBefore(lag.again) && table.now().isAfter(lag.since)) return false;
        if (find(window).isPresent()) return frozen();
        var found = ledger.contents(table.calendar().start(window));
        if (!found.complete() && isWorthWaiting(window)) return false;
        var kept = new Contents(found.counts(), found.entries());
        var name = contents.keep(window, json.write(kept), table.expiry());
        var now = new Frozen(WindowCalendar.name(window), name, table.now(), table.expiry().getEpochSecond());
        // Should two processes be this auditor for a moment, as in a deployment, the first one's contents count.
        table.state().change(key(window), now, there -> there);
        return frozen();
    }

    private boolean frozen() {
        lag = null;
        return true;
    }

    private boolean isWorthWaiting(long window) {
        var now = table.now();
        var since = lag == null ? now : lag.since;
        lag = new Lag(since, now.plus(BETWEEN_TRIES));
        if (now.isBefore(since.plus(LAG_LIMIT))) return true;
        log.warn("window {}: of what was counted, some is not to be found; the peers will name it",
                table.calendar().start(window));
        return false;
    }

    public Optional<Instant> closedAt(long window) {
        return find(window).map(Frozen::closedAt);
    }

    public void forgetLast() {
        last = null;
    }

    @Override
    public Collection<ClaimEntry> entries(long window) {
        return thawed(window).entries();
    }

    @Override
    public Map<String, Long> counts(long window) {
        return thawed(window).counts();
    }

    @Override
    public Optional<ViewEvent> event(long window, UUID eventId) {
        return ledger.event(eventId);
    }

    private Contents thawed(long window) {
        var known = last;
        if (known != null && known.window == window) return known.contents;
        var thawed = find(window)
                .flatMap(frozen -> contents.find(frozen.contents()))
                .map(bytes -> json.read(bytes, Contents.class))
                .orElse(new Contents(Map.of(), List.of()));
        last = new Thawed(window, thawed);
        return thawed;
    }

    private Optional<Frozen> find(long window) {
        return table.state().find(key(window));
    }

    private Key<Frozen> key(long window) {
        return table.key("frozen", WindowCalendar.name(window), Frozen.class);
    }
}
