package dev.fanout.cli.rest;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** How many views of which host a service has counted. All hosts are asked for, and those that matter are kept. */
public final class ViewsByHost {
    private final Rest rest;
    private final Predicate<String> matters;

    public ViewsByHost(Rest rest, Predicate<String> matters) {
        this.rest = rest;
        this.matters = matters;
    }

    public Map<String, Long> inAnalytics() {
        var views = new TreeMap<String, Long>();
        rest.pages("analytics", "/analytics/views/hosts", page ->
                page.path("views").properties().forEach(host -> add(host.getKey(), host.getValue().asLong(), views)));
        return views;
    }

    public Map<String, Long> inLedgerOf(String auditor) {
        var views = new TreeMap<String, Long>();
        rest.pages(auditor, "/ledger/hosts", page -> page.path("hosts").forEach(host ->
                add(host.path("host_id").asString(), host.path("views").asLong(), views)));
        return views;
    }

    private void add(String host, long count, Map<String, Long> views) {
        if (matters.test(host)) views.put(host, count);
    }
}
