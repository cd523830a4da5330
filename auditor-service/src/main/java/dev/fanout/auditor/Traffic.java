package dev.fanout.auditor;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who shows how much of what: of the whole ledger, or of the views that claim a time in one window.
 *
 * @param window its start; none for the whole ledger
 * @param afterClose how many of its views came when it was closed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Traffic(
        @Nullable Instant window,
        @Nullable Boolean closed,
        long views,
        @Nullable Long afterClose,
        List<HostShare> hosts,
        List<Share> contents,
        List<Share> ads) {

    /** @param anomalies how many, by kind */
    record HostShare(String hostId, long views, double share, Map<String, Long> anomalies) {
        static final Comparator<HostShare> LARGEST_FIRST = Comparator.comparingLong(HostShare::views)
                .reversed()
                .thenComparing(HostShare::hostId);
    }
}
