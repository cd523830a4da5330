package dev.fanout.scenarios.play.auditors;

import dev.fanout.scenarios.stage.Auditors;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The auditors, asked for what they have found. */
record AuditorClients(Auditors auditors) {
    private static final String JSON = "application/json";

    private static final String MISSED = "/missed?limit=1000";

    /** The newest first; none while it does not answer. */
    List<WindowRuling> rulings(String auditor) throws InterruptedException {
        return auditors.process(auditor).get("/verdicts?limit=200", JSON).map(WindowRuling::read).orElse(List.of());
    }

    Map<String, AuditorVerdicts> verdicts() throws InterruptedException {
        var all = new TreeMap<String, AuditorVerdicts>();
        for (var auditor : auditors.names()) all.put(auditor, new AuditorVerdicts(rulings(auditor)));
        return all;
    }

    /** Of all auditors together. */
    long finals() throws InterruptedException {
        return verdicts().values().stream().mapToLong(AuditorVerdicts::finals).sum();
    }

    /** As a table. */
    List<String> agreement(String auditor) throws InterruptedException {
        var text = auditors.process(auditor).get("/agreement", "text/plain").orElse(auditor + " does not say");
        return text.lines().map(line -> ("  " + line).stripTrailing()).toList();
    }

    long viewsInLedger(String auditor) throws InterruptedException {
        return tree(auditor, "/ledger/summary?limit=1").path("views").asLong(0);
    }

    /** What it says that it has missed, and that both others have: by event id. */
    Set<String> missedBy(String auditor) throws InterruptedException {
        var others = auditors.names().size() - 1;
        var missed = new HashSet<String>();
        for (var path = MISSED; !path.isEmpty(); ) {
            var page = tree(auditor, path);
            for (var event : page.path("missed"))
                if (event.path("reported_by").size() == others) missed.add(event.path("event_id").asString(""));
            path = page.has("next") ? MISSED + "&after=" + page.path("next").asString() : "";
        }
        return missed;
    }

    private JsonNode tree(String auditor, String path) throws InterruptedException {
        return JsonMapper.shared().readTree(auditors.process(auditor).get(path, JSON).orElse("{}"));
    }

    /** How often a fault has struck there since it was started. */
    long struck(String auditor, String fault) throws InterruptedException {
        var label = "fault=\"" + fault + "\"";
        return auditors.process(auditor).figures().sum("fanout_chaos_struck_total", label);
    }
}
