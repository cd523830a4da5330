package dev.fanout.auditor.peers.store;

import dev.fanout.auditor.vote.merkle.ClaimEntry;
import dev.fanout.auditor.vote.merkle.ViewEvent;
import dev.fanout.auditor.vote.verdict.Verdict;
import dev.fanout.events.EventCodec;
import dev.fanout.events.UnreadableEvent;
import dev.fanout.events.ViewRecorded;
import dev.fanout.messaging.Key;
import dev.fanout.messaging.Page;
import dev.fanout.messaging.Span;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Views that peers have and this auditor has not. Nothing of them enters its ledger or its counts. */
public final class MissedEvents {
    /** Of one window: who lost half of it does not spend its time with writing down which. */
    private static final int LISTED = 500;

    private final VoteTable table;
    private final String auditor;
    private final EventCodec codec = new EventCodec();
    /** By window. */
    private final NavigableMap<Long, Integer> kept = new TreeMap<>();

    public MissedEvents(VoteTable table, String auditor) {
        this.table = table;
        this.auditor = auditor;
    }

    /**
     * @param window its start
     * @param reportedBy the auditors that have it
     * @param counts whether two have it, which is what it takes
     */
    public record Missed(
            String eventId,
            String hostId,
            @Nullable String contentId,
            @Nullable String adId,
            @Nullable Instant timestamp,
            Instant window,
            List<String> reportedBy,
            boolean counts) {
        Missed reportedBy(SortedSet<String> reporters) {
            return new Missed(
                    eventId, hostId, contentId, adId, timestamp, window, List.copyOf(reporters),
                    reporters.size() >= Verdict.ENOUGH);
        }
    }

    record Row(Missed missed, long expiresAt) {
        Row reportedBy(SortedSet<String> reporters) {
            return new Row(missed.reportedBy(reporters), expiresAt);
        }
    }

    /** @param reporters those that are known to have it; there may be more */
    public void keep(long window, ViewEvent event, SortedSet<String> reporters) {
        if (kept.merge(window, 1, Integer::sum) > LISTED) return;
        kept.headMap(window - VoteTable.KEPT).clear();
        var view = view(event);
        var missed = new Missed(
                event.eventId().toString(), event.hostId(), view.map(ViewRecorded::contentId).orElse(null),
                view.map(ViewRecorded::adId).orElse(null), view.map(ViewRecorded::timestamp).orElse(null),
                table.calendar().start(window), List.of(), false).reportedBy(reporters);
        table.state().put(key(window, event.entry()), new Row(missed, table.expiry().getEpochSecond()));
    }

    /** Now it is known who has what. */
    public void complete(Verdict verdict) {
        var lacking = verdict.missed().stream().collect(Collectors.groupingBy(
                Verdict.Missed::event, Collectors.mapping(Verdict.Missed::auditor, Collectors.toSet())));
        lacking.entrySet().stream()
                .filter(missed -> missed.getValue().contains(auditor))
                .limit(LISTED)
                .forEach(missed -> complete(verdict, missed.getKey(), missed.getValue()));
    }

    private void complete(Verdict verdict, ClaimEntry event, Set<String> lacking) {
        var holders = new TreeSet<>(verdict.auditors());
        holders.removeAll(lacking);
        var key = key(verdict.window(), event);
        // One that is still on its way will be told with all who have it.
        table.state().find(key).ifPresent(row -> table.state().put(key, row.reportedBy(holders)));
    }

    private Key<Row> key(long window, ClaimEntry event) {
        var name = WindowCalendar.name(window) + "#" + event.eventId() + "#" + event.digest();
        return table.key("missed", name, Row.class);
    }

    /** From a window on, the oldest first. */
    public Page<Missed> from(Instant window, Optional<String> after, int limit) {
        var span = Span.from(WindowCalendar.name(table.calendar().number(window))).goingOn(after);
        return table.state()
                .page(table.table(), table.partition("missed"), span, limit, Row.class)
                .map(Row::missed);
    }

    /** What one peer has alone may be anything. */
    private Optional<ViewRecorded> view(ViewEvent event) {
        try {
            var read = codec.read(new String(event.content(), StandardCharsets.UTF_8));
            return read instanceof ViewRecorded view ? Optional.of(view) : Optional.empty();
        } catch (UnreadableEvent _) {
            return Optional.empty();
        }
    }
}
