package dev.fanout.scenarios.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.cli.console.Terminal;
import dev.fanout.cli.rest.Rest;
import dev.fanout.cli.rest.RestFailed;
import dev.fanout.events.AnomalyKind;
import dev.fanout.scenarios.produce.Progress;
import dev.fanout.scenarios.simulate.SimulationRun.Wishes;
import dev.fanout.scenarios.simulate.traffic.Disturbances;
import dev.fanout.scenarios.simulate.traffic.GroundTruth;
import dev.fanout.scenarios.simulate.traffic.Plans;
import dev.fanout.scenarios.simulate.traffic.RunId;
import dev.fanout.scenarios.simulate.traffic.SimulatedTraffic;
import dev.fanout.scenarios.simulate.traffic.TrafficPlan;
import dev.fanout.scenarios.simulate.traffic.TrafficRecording;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A whole run against services that speak HTTP. */
class SimulationRunTest {
    private static final SimulatedTraffic CLEAN = new TrafficPlan(4, 1, 300, 1, Map.of(), Disturbances.NONE, 3)
            .traffic();
    private static final UnaryOperator<List<Map<String, Object>>> TRUTHFUL = anomalies -> anomalies;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);

    @Test
    void clean_traffic_reaches_the_auditors_through_the_publisher() throws Exception {
        try (var system = new FakeSystem(TRUTHFUL)) {
            assertThat(play(system, CLEAN, false)).isTrue();
            assertThat(system.chaos).isEmpty();
        }
        assertThat(said()).contains(
                "Run r1, seed 3: 300 views of 4 hosts, 300 messages in 1 s.",
                "Sent 300 messages to the publisher in ", "auditor-a", "auditor-c",
                "The observers found all of it, and nothing else.");
    }

    @Test
    void disturbed_traffic_goes_to_the_topic_where_nothing_is_deduplicated() throws Exception {
        var traffic = Plans.quick(Plans.ALL);
        try (var system = new FakeSystem(TRUTHFUL)) {
            assertThat(play(system, traffic, false)).isTrue();
            assertThat(system.chaos).hasSize(traffic.sendings().size());
        }
        assertThat(said()).contains("dominant_host", "topic view-events-chaos").doesNotContain("auditor-a");
    }

    @Test
    void both_topics_show_what_fifo_hides() throws Exception {
        var traffic = Plans.quick(Plans.ALL);
        try (var system = new FakeSystem(TRUTHFUL)) {
            assertThat(play(system, traffic, true)).isTrue();
        }
        var duplicates = GroundTruth.of(traffic).of(AnomalyKind.DUPLICATE);
        assertThat(said().lines()).anySatisfy(line -> assertThat(line.strip().split(" +"))
                .containsExactly("duplicate", "" + duplicates, "0", "0", "0", "" + duplicates));
    }

    @Test
    void a_miss_and_a_false_alarm_are_named() throws Exception {
        UnaryOperator<List<Map<String, Object>>> wrong = right -> {
            right.removeIf(anomaly -> "late".equals(anomaly.get("kind")) && "r1-host-3".equals(anomaly.get("host_id")));
            right.add(FakeSystem.anomaly("unknown_ad", "r1-host-2", 5));
            return right;
        };
        try (var system = new FakeSystem(wrong)) {
            assertThat(play(system, Plans.quick(Plans.ALL), false)).isFalse();
        }
        assertThat(said().lines().map(line -> line.strip().replaceAll(" +", " ")))
                .anyMatch(line -> line.matches("chaos-observer r1-host-3 late [0-9]+ 0 miss"))
                .contains("chaos-observer r1-host-2 unknown_ad 0 5 false alarm");
    }

    @Test
    void nothing_is_sent_where_nobody_is_there() {
        var nowhere = new Rest(_ -> URI.create("http://localhost:1"));
        var simulation = new SimulationRun(nowhere, () -> { throw new AssertionError(); }, terminal(), progress());
        assertThatThrownBy(() -> simulation.play(recording(CLEAN), wishes(false)))
                .isInstanceOf(RestFailed.class).hasMessageContaining("publisher is not running");
    }

    private boolean play(FakeSystem system, SimulatedTraffic traffic, boolean both) throws InterruptedException {
        return new SimulationRun(system.rest(), system::chaosTopic, terminal(), progress())
                .play(recording(traffic), wishes(both));
    }

    private static TrafficRecording recording(SimulatedTraffic traffic) {
        return new TrafficRecording(new RunId("r1", 3), traffic);
    }

    private static Wishes wishes(boolean both) {
        return new Wishes(both, true, 0, Duration.ZERO);
    }

    private Terminal terminal() {
        return new Terminal(out, false);
    }

    private Progress progress() {
        return new Progress(out, false);
    }

    private String said() {
        return screen.toString(StandardCharsets.UTF_8);
    }
}
