package dev.fanout.auditor.vote;

import dev.fanout.auditor.vote.merkle.ClaimEntry;
import dev.fanout.auditor.vote.merkle.ViewEvent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * This auditor's own ledger. Once a window is closed, all three answers are the same whenever they are asked for: what
 * comes later is late, and is in no window's answers. An auditor whose answers change can no longer show what it has
 * signed, and stays out of that window.
 */
public interface LocalLedger {

    /** All distinct events of the window, in any order. */
    Collection<ClaimEntry> entries(long window);

    /** What this auditor counted, by host, however it counts. */
    Map<String, Long> counts(long window);

    Optional<ViewEvent> event(long window, UUID eventId);
}
