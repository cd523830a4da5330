package dev.fanout.auditor.ledger;

import dev.fanout.events.ViewRecorded;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One view in the ledger.
 *
 * @param timestamp as its host claims
 * @param sequence the host's own count, where it keeps one
 * @param position among the views of its host, in the order of arrival: 19 digits, from 1
 * @param window the start of the one that it was counted in; marked, if that was closed already
 */
public record LedgerEntry(
        UUID eventId,
        String hostId,
        String contentId,
        String adId,
        Instant timestamp,
        @Nullable Long sequence,
        String position,
        String window) {
    private static final String AFTER_CLOSE = "#after-close";

    static LedgerEntry of(ViewRecorded view, long position, Instant window, boolean closed) {
        return new LedgerEntry(
                view.eventId(), view.hostId(), view.contentId(), view.adId(), view.timestamp(), view.sequence(),
                "%019d".formatted(position), inTime(window) + (closed ? AFTER_CLOSE : ""));
    }

    /** The window of those that came before it was closed. */
    static String inTime(Instant window) {
        return window.toString();
    }

    ViewRecorded view() {
        return new ViewRecorded(eventId, hostId, contentId, adId, timestamp, sequence);
    }
}
