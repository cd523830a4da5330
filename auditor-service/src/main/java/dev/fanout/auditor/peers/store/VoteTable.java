package dev.fanout.auditor.peers.store;

import dev.fanout.messaging.Key;
import dev.fanout.messaging.Page;
import dev.fanout.messaging.Span;
import dev.fanout.messaging.StateStore;
import dev.fanout.topology.Service;
import dev.fanout.topology.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** The places in this auditor's table of votes. Windows of another length are other windows, and have other places. */
public final class VoteTable {
    /** Windows; beyond, nobody asks for them. */
    public static final int KEPT = 1_000;

    private static final Duration NOBODY_HURRIES = Duration.ofDays(1);

    private final StateStore state;
    private final Table table;
    private final WindowCalendar calendar;
    private final Clock clock;

    public VoteTable(StateStore state, Service auditor, WindowCalendar calendar, Clock clock) {
        this.state = state;
        this.table = auditor.table("votes");
        this.calendar = calendar;
        this.clock = clock;
    }

    public WindowCalendar calendar() {
        return calendar;
    }

    public Instant now() {
        return clock.instant();
    }

    public ChunkedStore pieces(String what) {
        return new ChunkedStore(state, table, partition(what));
    }

    public <T extends Record> Key<T> key(String what, String name, Class<T> type) {
        return new Key<>(table, partition(what), name, type);
    }

    String partition(String what) {
        return calendar.length() + "#" + what;
    }

    /** What is kept of something, one page after the other. */
    <T extends Record> void walk(String what, Span span, Class<T> type, Consumer<T> each) {
        Page.walk(span, rest -> state.page(table, partition(what), rest, StateStore.LARGEST_PAGE, type), each);
    }

    StateStore state() {
        return state;
    }

    Table table() {
        return table;
    }

    /** When what was said of windows until now is nobody's business any more. */
    public Instant expiry() {
        return now().plus(calendar.length().multipliedBy(KEPT)).plus(NOBODY_HURRIES);
    }
}
