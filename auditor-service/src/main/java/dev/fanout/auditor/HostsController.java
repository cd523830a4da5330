package dev.fanout.auditor;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.fanout.web.ProblemException;
import dev.fanout.web.TextTable;
import java.time.Duration;
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
    private final Figures figures;

    HostsController(Figures figures) {
        this.figures = figures;
    }

    record Whole(String auditor, @JsonUnwrapped Traffic traffic) {}

    /** The oldest first: the last that is closed, and those that are open. */
    record Windows(String auditor, List<Traffic> windows) {}

    @GetMapping
    Whole hosts() {
        return new Whole(figures.auditor(), figures.traffic());
    }

    @GetMapping(params = "window")
    Windows inWindows(@RequestParam Duration window) {
        return new Windows(figures.auditor(), figures.trafficIn(window));
    }

    @GetMapping(produces = MediaType.TEXT_PLAIN_VALUE)
    String table() {
        return table(List.of(figures.traffic()));
    }

    @GetMapping(params = "window", produces = MediaType.TEXT_PLAIN_VALUE)
    String tableOfWindows(@RequestParam Duration window) {
        return table(inWindows(window).windows());
    }

    @GetMapping("/{hostId}")
    HostFigures host(@PathVariable String hostId) {
        return figures.host(hostId).orElseThrow(() -> ProblemException.of(
                HttpStatus.NOT_FOUND, figures.auditor() + " has no view of " + hostId + " in its ledger (yet)"));
    }

    @GetMapping(path = "/{hostId}", produces = MediaType.TEXT_PLAIN_VALUE)
    String tableOf(@PathVariable String hostId) {
        var table = new TextTable("KIND", "COUNT", "EXAMPLES");
        for (var found : host(hostId).anomalies())
            table.row(found.kind(), found.count(), String.join(" ", found.examples()));
        return table.text();
    }

    private static String table(List<Traffic> traffic) {
        var table = new TextTable("HOST", "VIEWS", "SHARE", "WINDOW", "ANOMALIES");
        for (var part : traffic)
            for (var host : part.hosts())
                table.row(
                        host.hostId(), host.views(), Share.percent(host.share()),
                        part.window() == null ? "all" : part.window(), text(host.anomalies()));
        return table.text();
    }

    private static String text(Map<String, Long> anomalies) {
        return anomalies.entrySet().stream()
                .map(anomaly -> anomaly.getKey() + " " + anomaly.getValue())
                .collect(Collectors.joining(", "));
    }
}
