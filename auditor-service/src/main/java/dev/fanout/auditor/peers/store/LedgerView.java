package dev.fanout.auditor.peers.store;

import dev.fanout.auditor.vote.merkle.ClaimEntry;
import dev.fanout.auditor.vote.merkle.ViewEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the vote asks of the ledger. Windows are named by their start. */
public interface LedgerView {

    /** Of all windows. Auditors whose windows are not alike cannot be compared. */
    Duration length();

    /** The windows that end by then are closed; the epoch where that is not known yet. */
    Instant until();

    Contents contents(Instant window);

    Optional<ViewEvent> event(UUID eventId);

    /**
     * What came before the window was closed.
     *
     * @param counts of views, by host
     * @param complete whether all that was counted is among the entries; an index may lag behind for a moment
     */
    record Contents(Map<String, Long> counts, List<ClaimEntry> entries, boolean complete) {}
}
