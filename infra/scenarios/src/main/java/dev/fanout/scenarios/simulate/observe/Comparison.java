package dev.fanout.scenarios.simulate.observe;

import dev.fanout.events.AnomalyKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What was injected beside what was reported, host by host and kind by kind. */
public final class Comparison {
    static final String VIEWS = "views";
    private static final Map<String, AnomalyKind> KINDS =
            Arrays.stream(AnomalyKind.values()).collect(Collectors.toMap(AnomalyKind::wireName, kind -> kind));

    private Comparison() {}

    /** Nothing, if the observer is right. */
    public static List<Difference> of(Expectation expected, ObserverReport report) {
        var hosts = new TreeSet<>(expected.truth().hosts());
        hosts.addAll(report.anomalies().keySet());
        hosts.addAll(report.views().keySet());
        var differences = new ArrayList<Difference>();
        for (var host : hosts) compare(host, expected, report, differences);
        return List.copyOf(differences);
    }

    private static void compare(String host, Expectation expected, ObserverReport report,
            List<Difference> differences) {
        var ranges = new TreeMap<String, Range>();
        KINDS.forEach((name, kind) -> ranges.put(name, expected.of(host, kind, report.allViews())));
        // of a kind that is unknown here, nothing was injected
        report.of(host).keySet().forEach(kind -> ranges.putIfAbsent(kind, Range.exactly(0)));
        ranges.forEach((kind, range) ->
                note(differences, report, host, kind, range, report.of(host).getOrDefault(kind, 0L)));
        var views = Range.exactly(expected.truth().views(host));
        note(differences, report, host, VIEWS, views, report.views(host));
    }

    private static void note(
            List<Difference> differences, ObserverReport report, String host, String what, Range range, long reported) {
        if (!range.contains(reported))
            differences.add(new Difference(report.observer(), host, what, range, reported));
    }
}
