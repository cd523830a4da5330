package dev.fanout.scenarios.observe;

import java.util.Arrays;

/**
 * Metrics as Prometheus reads them.
 *
 * @param text empty if there are none
 */
public record PrometheusMetrics(String text) {
    public static final PrometheusMetrics NONE = new PrometheusMetrics("");

    /** Deliveries, each time one came. */
    public long received() {
        return sum("fanout_received_seconds_count");
    }

    /** Deliveries of what was done before. */
    public long duplicates() {
        return sum("fanout_processed_total", "outcome=\"duplicate\"");
    }

    /** Of all lines of that metric that have these labels. */
    public long sum(String metric, String... labels) {
        return Math.round(text.lines()
                .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
                .filter(line -> Arrays.stream(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum());
    }
}
