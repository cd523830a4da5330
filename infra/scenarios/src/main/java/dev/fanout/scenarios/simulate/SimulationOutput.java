package dev.fanout.scenarios.simulate;

import dev.fanout.cli.console.Table;
import dev.fanout.events.AnomalyKind;
import dev.fanout.scenarios.simulate.Simulation.Delivered;
import dev.fanout.scenarios.simulate.observe.Difference;
import dev.fanout.scenarios.simulate.observe.ObserverReport;
import dev.fanout.scenarios.simulate.traffic.GroundTruth;
import dev.fanout.scenarios.simulate.traffic.RunId;
import dev.fanout.scenarios.simulate.traffic.SimulatedTraffic;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the command says in the end, in tables. */
record SimulationOutput(RunId run, GroundTruth truth) {

    /** Whoever falls behind by more has told of views that looked late when they came. */
    private static final double BEHIND_SECONDS = 60;

    String begin(SimulatedTraffic traffic) {
        return "Run %s, seed %d: %d views of %d hosts, %d messages in %d s."
                .formatted(run.name(), run.seed(), views(), truth.hosts().size(), traffic.sendings().size(),
                        traffic.seconds());
    }

    String delivered(Delivered delivered, SimulatedTraffic traffic) {
        var sent = delivered.sent();
        var seconds = Math.max(0.001, sent.took().toMillis() / 1000.0);
        var line = String.format(Locale.ROOT, "Sent %d messages to %s in %.1f s (%.0f a second, %d calls, %d errors)",
                sent.messages(), delivered.target(), seconds, sent.messages() / seconds, sent.calls(),
                delivered.failures());
        return seconds < traffic.seconds() + BEHIND_SECONDS ? line : line + ": too slow, some may look late";
    }

    /** AnomalyKind by kind, host by host; a kind of which there was nothing has no column. */
    List<String> injected() {
        var kinds = Arrays.stream(AnomalyKind.values()).filter(kind -> truth.of(kind) > 0).toList();
        var heading = Stream.concat(Stream.of("host", "views"), kinds.stream().map(AnomalyKind::wireName));
        var table = new Table(heading.toArray(String[]::new));
        for (var host : truth.hosts()) {
            var counts = kinds.stream().map(kind -> truth.of(host, kind));
            table.row(Stream.concat(Stream.of(run.host(host), truth.views(host)), counts).toArray());
        }
        var sums = kinds.stream().map(truth::of);
        table.row(Stream.concat(Stream.of("all", views()), sums).toArray());
        return table.lines();
    }

    /** What each observer found of it: a FIFO topic has hidden the duplicates from those behind it. */
    List<String> found(List<ObserverReport> reports) {
        var observers = reports.stream().map(ObserverReport::observer);
        var table = new Table(Stream.concat(Stream.of("kind", "injected"), observers).toArray(String[]::new));
        for (var kind : AnomalyKind.values()) {
            var counts = reports.stream().map(report -> report.of(kind));
            var injected = kind == AnomalyKind.DOMINANT_HOST ? "-" : truth.of(kind);
            table.row(Stream.concat(Stream.of(kind.wireName(), injected), counts).toArray());
        }
        return table.lines();
    }

    List<String> verdict(List<Difference> differences, double orderSlack) {
        if (differences.isEmpty())
            return List.of("  The observers found all of it, and nothing else%s."
                    .formatted(orderSlack > 0 ? " beyond --order-slack" : ""));
        var table = new Table("observer", "host", "kind", "expected", "reported", "");
        differences.forEach(each -> table.row(
                each.observer(), run.host(each.host()), each.what(), each.expected(), each.reported(),
                each.verdict()));
        return table.lines();
    }

    private int views() {
        return truth.views().values().stream().mapToInt(count -> count).sum();
    }
}
