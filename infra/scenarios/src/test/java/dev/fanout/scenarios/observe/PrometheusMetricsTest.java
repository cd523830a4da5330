package dev.fanout.scenarios.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrometheusMetricsTest {
    private final PrometheusMetrics metrics = new PrometheusMetrics("""
            # HELP fanout_processed_total
            # TYPE fanout_processed_total counter
            fanout_processed_total{outcome="done",reason="",subscriber="worker",topic="work-events"} 12.0
            fanout_processed_total{outcome="duplicate",reason="",subscriber="worker",topic="work-events"} 3.0
            fanout_processed_total{outcome="duplicate",reason="",subscriber="worker",topic="other"} 1.0
            fanout_received_seconds_count{subscriber="worker",topic="work-events"} 15
            fanout_received_seconds_sum{subscriber="worker",topic="work-events"} 2.5
            fanout_views_in_hand 7.0
            """);

    @Test
    void what_has_the_labels_is_added_up() {
        assertThat(metrics.duplicates()).isEqualTo(4);
        assertThat(metrics.sum("fanout_processed_total")).isEqualTo(16);
    }

    @Test
    void a_metric_is_not_taken_for_another_that_begins_like_it() {
        assertThat(metrics.received()).isEqualTo(15);
        assertThat(metrics.sum("fanout_received_seconds")).isZero();
    }

    @Test
    void a_metric_may_have_no_labels() {
        assertThat(metrics.sum("fanout_views_in_hand")).isEqualTo(7);
    }
}
