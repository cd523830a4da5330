package dev.fanout.scenarios.play.auditors;

import dev.fanout.cli.console.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was said, for people. */
final class VoteOutput {
    private VoteOutput() {}

    static List<String> of(Map<String, AuditorVerdicts> verdicts) {
        var lines = new ArrayList<String>();
        verdicts.entrySet().stream().findFirst().ifPresent(first ->
                lines.addAll(windows(first.getKey(), List.copyOf(verdicts.keySet()), first.getValue())));
        lines.add("");
        lines.addAll(times(verdicts));
        lines.add("");
        return lines;
    }

    /** The oldest first. */
    private static List<String> windows(String auditor, List<String> all, AuditorVerdicts verdicts) {
        var heading = new ArrayList<>(List.of(auditor + " says", "", "count"));
        heading.addAll(all);
        heading.addAll(List.of("disputed", "missed"));
        var table = new Table(heading.toArray(String[]::new));
        for (var ruling : verdicts.rulings().reversed()) {
            var cells = new ArrayList<Object>(List.of(ruling.window(), ruling.standing(), ruling.reconciled()));
            all.forEach(name -> cells.add(ruling.claimedBy(name)));
            cells.addAll(List.of(ruling.disputedCount(), ruling.missedCount()));
            table.row(cells.toArray());
        }
        return table.lines();
    }

    /** An auditor waits for the others, too: what the vote itself takes begins when the last of them has closed. */
    private static List<String> times(Map<String, AuditorVerdicts> verdicts) {
        var last = lastCloses(verdicts);
        var table = new Table(
                "close to verdict", "its own: median", "worst", "the last one's: median", "worst", "bytes exchanged");
        verdicts.forEach((auditor, said) -> {
            var own = said.times(WindowRuling::closedAt);
            var vote = said.times(ruling -> last.get(ruling.window()));
            table.row(auditor, median(own), worst(own), median(vote), worst(vote),
                    said.sum(WindowRuling::bytesExchanged));
        });
        return table.lines();
    }

    private static Map<Instant, Instant> lastCloses(Map<String, AuditorVerdicts> verdicts) {
        var last = new HashMap<Instant, Instant>();
        for (var said : verdicts.values())
            for (var ruling : said.rulings())
                if (ruling.closedAt() != null)
                    last.merge(ruling.window(), ruling.closedAt(), (one, other) -> one.isAfter(other) ? one : other);
        return last;
    }

    private static String median(List<Duration> times) {
        return times.isEmpty() ? "-" : seconds(times.get(times.size() / 2));
    }

    private static String worst(List<Duration> times) {
        return times.isEmpty() ? "-" : seconds(times.getLast());
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1000.0);
    }
}
