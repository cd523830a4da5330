package dev.fanout.auditor.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fanout.auditor.anomaly.Anomaly;
import dev.fanout.auditor.anomaly.HostProfile;
import dev.fanout.messaging.listing.Largest;
import dev.fanout.messaging.listing.Others;
import dev.fanout.web.Limit;
import dev.fanout.web.TextTable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Says what looks wrong. */
@RestController
@RequestMapping("/anomalies")
class AnomaliesController {
    private final LedgerStats stats;

    AnomaliesController(LedgerStats stats) {
        this.stats = stats;
    }

    /**
     * @param anomalies by kind, the worst first
     * @param others by kind, how many hosts are not listed, and what theirs come to
     * @param asOf what was entered by then is in it; nothing, where one host was asked for, as it is now
     */
    record Anomalies(
            String auditor,
            List<Anomaly> anomalies,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Others> others,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant asOf) {}

    /** @param limit of each kind */
    @GetMapping
    Anomalies anomalies(@RequestParam(defaultValue = Limit.USUAL) @Min(1) @Max(Limit.MOST) int limit) {
        var taken = stats.totals();
        return anomalies(List.of(taken.value().first(limit)), taken.asOf());
    }

    @GetMapping(params = "host_id")
    Anomalies ofHost(@RequestParam("host_id") String hostId) {
        return one(stats.find(hostId).map(stats::anomalies).orElse(List.of()));
    }

    /** @param limit of each kind in each window */
    @GetMapping(params = {"window", "!host_id"})
    Anomalies inWindows(
            @RequestParam Duration window,
            @RequestParam(defaultValue = Limit.USUAL) @Min(1) @Max(CountedWindows.MOST) int limit) {
        var taken = stats.in(window);
        return anomalies(taken.value().stream().map(it -> it.totals().first(limit)).toList(), taken.asOf());
    }

    @GetMapping(params = {"window", "host_id"})
    Anomalies ofHostInWindows(@RequestParam Duration window, @RequestParam("host_id") String hostId) {
        return one(stats.anomaliesIn(window, stats.find(hostId).orElseGet(() -> HostProfile.unheardOf(hostId))));
    }

    @GetMapping(produces = MediaType.TEXT_PLAIN_VALUE)
    String table(@RequestParam(defaultValue = Limit.USUAL) @Min(1) @Max(Limit.MOST) int limit) {
        return table(anomalies(limit));
    }

    @GetMapping(params = "host_id", produces = MediaType.TEXT_PLAIN_VALUE)
    String tableOfHost(@RequestParam("host_id") String hostId) {
        return table(ofHost(hostId));
    }

    @GetMapping(params = {"window", "!host_id"}, produces = MediaType.TEXT_PLAIN_VALUE)
    String tableInWindows(
            @RequestParam Duration window,
            @RequestParam(defaultValue = Limit.USUAL) @Min(1) @Max(CountedWindows.MOST) int limit) {
        return table(inWindows(window, limit));
    }

    @GetMapping(params = {"window", "host_id"}, produces = MediaType.TEXT_PLAIN_VALUE)
    String tableOfHostInWindows(@RequestParam Duration window, @RequestParam("host_id") String hostId) {
        return table(ofHostInWindows(window, hostId));
    }

    private Anomalies one(List<Anomaly> found) {
        return new Anomalies(stats.auditor(), found, Map.of(), null);
    }

    private Anomalies anomalies(List<LedgerTotals> totals, Instant asOf) {
        var found = totals.stream()
                .flatMap(part -> part.anomalies().values().stream())
                .map(Largest::items)
                .flatMap(List::stream)
                .sorted(Anomaly.WORST_FIRST)
                .toList();
        return new Anomalies(stats.auditor(), found, LedgerTotals.otherAnomalies(totals), asOf);
    }

    private static String table(Anomalies anomalies) {
        var table = new TextTable("KIND", "HOST", "COUNT", "WINDOW", "EXAMPLES");
        for (var anomaly : anomalies.anomalies())
            table.row(
                    anomaly.kind(), anomaly.hostId(), anomaly.count(),
                    anomaly.window() == null ? "all" : anomaly.window(), String.join(" ", anomaly.examples()));
        anomalies.others().forEach((kind, others) ->
                table.row(kind, others.entries() + " others", others.sum(), "", ""));
        return table.text();
    }
}
