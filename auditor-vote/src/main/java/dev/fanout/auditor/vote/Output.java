package dev.fanout.auditor.vote;

import dev.fanout.auditor.vote.merkle.ViewEvent;
import dev.fanout.auditor.vote.verdict.Verdict;
import java.util.SortedSet;

/**
 * What a {@link Voter} wants done, in this order: nothing may be sent or shown before what stands above it is kept. An
 * auditor that forgets what it has signed signs something else after its next start, and that is a lie.
 */
public sealed interface Output {

    /** A line for the journal of this window. All its lines are given back at the next start. */
    record Keep(long window, byte[] line) implements Output {}

    /** It may be lost, and repeated, and be overtaken. */
    record Send(String to, byte[] message) implements Output {}

    /** What can be said of the window now; after a crash it can be said again. None ever follows a final one. */
    record Decided(Verdict verdict, Traffic traffic) implements Output {}

    /** Missed here, reported by these peers, and really what they have claimed. Nothing of it enters the own counts. */
    record Missed(long window, ViewEvent event, SortedSet<String> reporters) implements Output {}

    /** @param proof everybody can check it */
    record Caught(long window, String auditor, String reason, byte[] proof) implements Output {}

    /** The own ledger answers differently than when its claim was signed: this auditor stays out of this window. */
    record LedgerChanged(long window) implements Output {}

    /** Too long ago: its lines in the journal can go. */
    record Forgotten(long window) implements Output {}

    /** Bytes about one window, both ways, since the last start. */
    record Traffic(long sent, long received) {}
}
