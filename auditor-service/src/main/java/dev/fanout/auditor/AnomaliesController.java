package dev.fanout.auditor;

import dev.fanout.web.TextTable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Says what looks wrong. */
@RestController
class AnomaliesController {
    private final Figures figures;

    AnomaliesController(Figures figures) {
        this.figures = figures;
    }

    /** By kind, and the worst first. */
    record Anomalies(String auditor, List<Anomaly> anomalies) {}

    @GetMapping("/anomalies")
    Anomalies anomalies(
            @RequestParam(name = "host_id", required = false) @Nullable String hostId,
            @RequestParam(required = false) @Nullable Duration window) {
        var all = window == null ? figures.anomalies() : figures.anomaliesIn(window);
        var found = all.stream().filter(anomaly -> hostId == null || anomaly.hostId().equals(hostId)).toList();
        return new Anomalies(figures.auditor(), found);
    }

    @GetMapping(path = "/anomalies", produces = MediaType.TEXT_PLAIN_VALUE)
    String table(
            @RequestParam(name = "host_id", required = false) @Nullable String hostId,
            @RequestParam(required = false) @Nullable Duration window) {
        var table = new TextTable("KIND", "HOST", "COUNT", "WINDOW", "EXAMPLES");
        for (var anomaly : anomalies(hostId, window).anomalies())
            table.row(
                    anomaly.kind(), anomaly.hostId(), anomaly.count(),
                    anomaly.window() == null ? "all" : anomaly.window(), String.join(" ", anomaly.examples()));
        return table.text();
    }
}
