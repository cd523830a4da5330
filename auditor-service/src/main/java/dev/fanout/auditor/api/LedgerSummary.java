package dev.fanout.auditor.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fanout.messaging.listing.Others;
import java.time.Instant;
import java.util.Map;

/**
 * What a ledger holds.
 *
 * @param byHost the hosts with the most views, the most first; so the contents and ads
 * @param others what {@code byHost}, {@code byContent} and {@code byAd} leave out, where they do
 * @param asOf what was entered by then is in it
 */
record LedgerSummary(
        String auditor,
        long views,
        Map<String, Long> byHost,
        Map<String, Long> byContent,
        Map<String, Long> byAd,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Others> others,
        Instant asOf) {

    static LedgerSummary of(String auditor, LedgerTotals shown, Instant asOf) {
        return new LedgerSummary(
                auditor, shown.views(), shown.hosts().sizes(), shown.contents().sizes(), shown.ads().sizes(),
                shown.others("by_host", "by_content", "by_ad"), asOf);
    }
}
