package dev.fanout.auditor.peers;

import dev.fanout.auditor.peers.store.LedgerView;
import dev.fanout.auditor.peers.store.VoteTable;
import dev.fanout.auditor.peers.store.WindowCalendar;
import dev.fanout.auditor.peers.store.WindowSnapshots;
import java.time.Instant;
import java.util.OptionalLong;

/** Which windows the vote is to be told of: each that is closed, one after the other, and none twice in a run. */
final class ClosedWindowFeed {
    /** Who starts for the first time looks back so far, and no further: the others did not hear from it before. */
    private static final int FIRST = 12;

    private final WindowCalendar calendar;
    private final LedgerView ledger;
    private final WindowSnapshots frozen;
    private long next = Long.MIN_VALUE;

    ClosedWindowFeed(WindowCalendar calendar, LedgerView ledger, WindowSnapshots frozen) {
        this.calendar = calendar;
        this.ledger = ledger;
        this.frozen = frozen;
    }

    /** Of the last that was frozen, the claim may be missing. The vote takes it again, if it is there. */
    void begin() {
        next = frozen.newest().orElse(Long.MIN_VALUE);
    }

    /**
     * The next that is due, and that holds still from now on. The one before must have been taken by then: only of the
     * last frozen one does a start wonder whether it was.
     */
    OptionalLong next() {
        if (ledger.until().equals(Instant.EPOCH)) return OptionalLong.empty();
        long until = calendar.number(ledger.until());
        next = Math.max(next, earliest(until));
        return next < until && frozen.freeze(next) ? OptionalLong.of(next++) : OptionalLong.empty();
    }

    private long earliest(long until) {
        return until - (next == Long.MIN_VALUE ? FIRST : VoteTable.KEPT - 1);
    }
}
