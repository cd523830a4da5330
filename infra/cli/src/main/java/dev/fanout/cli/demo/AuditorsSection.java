package dev.fanout.cli.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.fanout.cli.console.Table;
import dev.fanout.cli.rest.Rest;
import dev.fanout.cli.rest.ViewsByHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Three ledgers of the same views, side by side. */
final class AuditorsSection implements Section {
    private final Rest rest;
    private final Map<String, Long> viewsOfStory;

    AuditorsSection(Rest rest, Story story) {
        this.rest = rest;
        this.viewsOfStory =
                story.views().stream().collect(groupingBy(Story.View::hostId, TreeMap::new, counting()));
    }

    @Override
    public String service() {
        return "auditors";
    }

    @Override
    public List<String> processes() {
        return List.of("auditor-a", "auditor-b", "auditor-c");
    }

    @Override
    public List<String> missing() {
        var missing = new ArrayList<String>();
        for (var auditor : processes()) {
            var ledger = ledger(auditor);
            viewsOfStory.forEach((host, count) -> {
                var found = of(host, ledger);
                if (!found.equals(count))
                    missing.add("in %s %d views of %s, not %d".formatted(auditor, found, host, count));
            });
        }
        return missing;
    }

    @Override
    public List<String> report() {
        var ledgers = processes().stream().map(this::ledger).toList();
        var table = new Table("views", "auditor-a", "auditor-b", "auditor-c");
        viewsOfStory.keySet().forEach(host ->
                table.row(host, of(host, ledgers.get(0)), of(host, ledgers.get(1)), of(host, ledgers.get(2))));
        return table.lines();
    }

    private static Long of(String host, Map<String, Long> ledger) {
        return ledger.getOrDefault(host, 0L);
    }

    private Map<String, Long> ledger(String auditor) {
        return new ViewsByHost(rest, viewsOfStory::containsKey).inLedgerOf(auditor);
    }
}
