package dev.fanout.auditor.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.fanout.auditor.anomaly.Share;
import dev.fanout.web.Limit;
import dev.fanout.web.ProblemException;
import dev.fanout.web.TextTable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows who shows how much, and what looks wrong about it. */
@RestController
@RequestMapping("/hosts")
class HostsController {
    private final LedgerStats stats;

    HostsController(LedgerStats stats) {
        this.stats = stats;
    }

    /** @param asOf what was entered by then is in it */
    record Whole(String auditor, @JsonUnwrapped TrafficStats traffic, Instant asOf) {}

    /** The oldest first: the last that is closed, and those that are open. */
    record Windows(String auditor, List<TrafficStats> windows, Instant asOf) {}

    @GetMapping
    Whole hosts(@RequestParam(defaultValue = Limit.USUAL) @Min(1) @Max(Limit.MOST) int limit) {
        var taken = stats.totals();
        return new Whole(stats.auditor(), TrafficStats.ofAll(taken.value().first(limit)), taken.asOf());
    }

    @GetMapping(params = "window")
    Windows inWindows(
            @RequestParam Duration window,
            @RequestParam(defaultValue = Limit.USUAL) @Min(1) @Max(CountedWindows.MOST) int limit) {
        var taken = stats.in(window);
        var shown = taken.value().stream().map(counted -> TrafficStats.of(counted, limit)).toList();
        return new Windows(stats.auditor(), shown, taken.asOf());
    }

    @GetMapping(produces = MediaType.TEXT_PLAIN_VALUE)
    String table(@RequestParam(defaultValue = Limit.USUAL) @Min(1) @Max(Limit.MOST) int limit) {
        return table(List.of(hosts(limit).traffic()));
    }

    @GetMapping(params = "window", produces = MediaType.TEXT_PLAIN_VALUE)
    String tableOfWindows(
            @RequestParam Duration window,
            @RequestParam(defaultValue = Limit.USUAL) @Min(1) @Max(CountedWindows.MOST) int limit) {
        return table(inWindows(window, limit).windows());
    }

    @GetMapping("/{hostId}")
    HostStats host(@PathVariable String hostId) {
        return stats.host(hostId).orElseThrow(() -> ProblemException.of(
                HttpStatus.NOT_FOUND, stats.auditor() + " has no view of " + hostId + " in its ledger (yet)"));
    }

    @GetMapping(path = "/{hostId}", produces = MediaType.TEXT_PLAIN_VALUE)
    String tableOf(@PathVariable String hostId) {
        var table = new TextTable("KIND", "COUNT", "EXAMPLES");
        for (var found : host(hostId).anomalies())
            table.row(found.kind(), found.count(), String.join(" ", found.examples()));
        return table.text();
    }

    private static String table(List<TrafficStats> traffic) {
        var table = new TextTable("HOST", "VIEWS", "SHARE", "WINDOW", "ANOMALIES");
        for (var part : traffic) {
            var window = part.window() == null ? "all" : part.window();
            for (var host : part.hosts())
                table.row(host.hostId(), host.views(), Share.percent(host.share()), window, text(host.anomalies()));
            var others = part.others().get(TrafficStats.HOSTS);
            if (others != null)
                table.row(
                        others.entries() + " others", others.sum(),
                        Share.percent(Share.of(others.sum(), part.views())), window, "");
        }
        return table.text();
    }

    private static String text(Map<String, Long> anomalies) {
        return anomalies.entrySet().stream()
                .map(anomaly -> anomaly.getKey() + " " + anomaly.getValue())
                .collect(Collectors.joining(", "));
    }
}
