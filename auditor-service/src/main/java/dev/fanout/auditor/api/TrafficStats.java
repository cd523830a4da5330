package dev.fanout.auditor.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fanout.auditor.anomaly.Share;
import dev.fanout.messaging.listing.Others;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who shows how much of what: of the whole ledger, or of the views that claim a time in one window.
 *
 * @param window its start; none for the whole ledger
 * @param afterClose how many of its views came when it was closed
 * @param hosts with the most views, the most first; so the contents and ads
 * @param others what these lists leave out, where they do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrafficStats(
        @Nullable Instant window,
        @Nullable Boolean closed,
        long views,
        @Nullable Long afterClose,
        List<HostShare> hosts,
        List<Share> contents,
        List<Share> ads,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Others> others) {

    static final String HOSTS = "hosts";

    static TrafficStats ofAll(LedgerTotals shown) {
        return of(null, null, null, shown);
    }

    static TrafficStats of(CountedWindow counted, int limit) {
        var shown = counted.totals().first(limit);
        return of(counted.window().start(), counted.closed(), shown.afterClose(), shown);
    }

    private static TrafficStats of(
            @Nullable Instant window, @Nullable Boolean closed, @Nullable Long afterClose, LedgerTotals shown) {
        return new TrafficStats(
                window, closed, shown.views(), afterClose, shown.shares(), Share.of(shown.contents()),
                Share.of(shown.ads()), shown.others(HOSTS, "contents", "ads"));
    }

    /** @param anomalies how many, by kind */
    record HostShare(String hostId, long views, double share, Map<String, Long> anomalies) {}
}
