package dev.fanout.auditor.peers;

import dev.fanout.auditor.vote.Entry;
import dev.fanout.auditor.vote.Event;
import dev.fanout.auditor.vote.Holdings;
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
final class FrozenWindows implements Holdings {
    private static final Logger log = LoggerFactory.getLogger(FrozenWindows.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Shelf shelf;
    private final ClosedWindows ledger;
    private final Pieces contents;
    private final GzippedJson json = new GzippedJson();
    private @Nullable Thawed last;
    private @Nullable Lag lag;

    FrozenWindows(Shelf shelf, ClosedWindows ledger) {
        this.shelf = shelf;
        this.ledger = ledger;
        this.contents = shelf.pieces("contents");
    }

    /** @param contents their name among the pieces */
    record Frozen(String sk, String contents, Instant closedAt, long expiresAt) {}

    record Contents(Map<String, Long> counts, List<Entry> entries) {}

    private record Thawed(long window, Contents contents) {}

    private record Lag(Instant since, Instant again) {}

    /** The newest that is frozen, if any is. */
    OptionalLong newest() {
        var from = Calendar.name(shelf.calendar().number(shelf.now()) - 2L * Shelf.KEPT);
        var windows = LongStream.builder();
        shelf.walk("frozen", Span.from(from), Frozen.class, frozen -> windows.add(Long.parseLong(frozen.sk())));
        return windows.build().max();
    }

    /** @return whether it is; if not, it has to be tried again */
    boolean freeze(long window) {
        // A clock that was set back must not hold up everything.
        if (lag != null && shelf.now().isBefore(lag.again) && shelf.now().isAfter(lag.since)) return false;
        if (find(window).isPresent()) return frozen();
        var found = ledger.contents(shelf.calendar().start(window));
        if (!found.complete() && isWorthWaiting(window)) return false;
        var kept = new Contents(found.counts(), found.entries());
        var name = contents.keep(window, json.write(kept), shelf.expiry());
        var now = new Frozen(Calendar.name(window), name, shelf.now(), shelf.expiry().getEpochSecond());
        // Should two processes be this auditor for a moment, as in a deployment, the first one's contents count.
        shelf.state().change(key(window), now, there -> there);
        return frozen();
    }

    private boolean frozen() {
        lag = null;
        return true;
    }

    private boolean isWorthWaiting(long window) {
        var now = shelf.now();
        var since = lag == null ? now : lag.since;
        lag = new Lag(since, now.plus(BETWEEN_TRIES));
        if (now.isBefore(since.plus(PATIENCE))) return true;
        log.warn("window {}: of what was counted, some is not to be found; the peers will name it",
                shelf.calendar().start(window));
        return false;
    }

    Optional<Instant> closedAt(long window) {
        return find(window).map(Frozen::closedAt);
    }

    void forgetLast() {
        last = null;
    }

    @Override
    public Collection<Entry> entries(long window) {
        return thawed(window).entries();
    }

    @Override
    public Map<String, Long> counts(long window) {
        return thawed(window).counts();
    }

    @Override
    public Optional<Event> event(long window, UUID eventId) {
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
        return shelf.state().find(key(window));
    }

    private Key<Frozen> key(long window) {
        return shelf.key("frozen", Calendar.name(window), Frozen.class);
    }
}
