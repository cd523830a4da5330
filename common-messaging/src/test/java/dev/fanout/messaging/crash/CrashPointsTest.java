package dev.fanout.messaging.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.testing.Needs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs a few messages once for each call on their way and each thing that can go wrong there: docs/crash-points.md. */
@Needs
class CrashPointsTest {
    private static final Map<String, Supplier<Workload>> WORKLOADS = Map.of(
            "counts", Counting::new,
            "ledger", KeepingOrder::new,
            "mails", () -> new Mailing(false),
            "mails-in-order", () -> new Mailing(true));
    private static final int[] INSTANCES = {1, 2};
    private static final int SHOWN = 10;
    private static int tried;
    private static Tables tables;

    @ParameterizedTest
    @ValueSource(strings = {"counts", "ledger", "mails", "mails-in-order"})
    void nothing_is_lost_doubled_or_stuck(String name) {
        var start = Instant.now();
        var failures = new LinkedHashMap<Point, World>();
        int points = 0;
        for (int instances : INSTANCES) {
            var undisturbed = new Point(name, instances, new TreeMap<>()).run(tables(), WORKLOADS.get(name));
            assertThat(undisturbed.problems.all()).as("undisturbed").isEmpty();
            for (var point : Points.of(name, instances, undisturbed.calls.possible())) {
                points++;
                var world = point.run(tables(), WORKLOADS.get(name));
                if (!world.problems.all().isEmpty()) failures.put(point, world);
            }
        }
        tried += points;
        System.out.printf("Crash points: %s: %d tried in %d s, %d failed%n",
                name, points, Duration.between(start, Instant.now()).toSeconds(), failures.size());
        assertThat(failures).as(() -> told(failures)).isEmpty();
    }

    @AfterAll
    static void total() {
        System.out.printf("Crash points: %d in all%n", tried);
    }

    private static Tables tables() {
        if (tables == null) tables = Tables.made();
        return tables;
    }

    /** The first in full; -Dfanout.crashpoints=POINT runs one alone. */
    private static String told(Map<Point, World> failures) {
        var lines = new ArrayList<String>();
        failures.forEach((point, world) -> {
            if (lines.size() < SHOWN) lines.add(point + ": " + String.join("; ", world.problems.all()));
        });
        failures.values().stream().findFirst().ifPresent(world -> lines.addAll(callsOf(world)));
        return String.join("\n", lines);
    }

    private static List<String> callsOf(World world) {
        var names = world.calls.names();
        var lines = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            var fault = world.calls.happened().get(i + 1);
            lines.add("  %3d %s%s".formatted(i + 1, names.get(i), fault == null ? "" : "   <-- " + fault));
        }
        return lines;
    }
}
