package dev.fanout.auditor;

import dev.fanout.messaging.StateStore;
import dev.fanout.web.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Looks into the ledger. */
@RestController
@RequestMapping("/ledger")
class LedgerController {
    private final Ledger ledger;
    private final StateStore state;

    LedgerController(Ledger ledger, StateStore state) {
        this.ledger = ledger;
        this.state = state;
    }

    /** In the order in which this auditor heard of them. */
    record Entries(List<Entry> events) {}

    @GetMapping("/summary")
    Summary summary() {
        var byHost = hosts();
        var views = byHost.values().stream().mapToLong(n -> n).sum();
        return new Summary(ledger.auditor(), views, byHost, counts(Ledger.BY_CONTENT), counts(Ledger.BY_AD));
    }

    @GetMapping("/events/{eventId}")
    Entry event(@PathVariable UUID eventId) {
        return state.find(ledger.entry(eventId))
                .orElseThrow(() -> ProblemException.of(
                        HttpStatus.NOT_FOUND, ledger.auditor() + " has no event " + eventId + " in its ledger (yet)"));
    }

    @GetMapping("/events")
    Entries events(
            @RequestParam("host_id") @NotBlank String hostId,
            @RequestParam(defaultValue = "100") @Min(1) @Max(10_000) int limit) {
        return new Entries(state.list(ledger.entries(), ledger.byHost(), hostId, limit, Entry.class));
    }

    private Map<String, Long> hosts() {
        var views = new TreeMap<String, Long>();
        state.list(ledger.counts(), Ledger.HOSTS, "", Integer.MAX_VALUE, Host.class)
                .forEach(host -> views.put(host.hostId(), host.views()));
        return views;
    }

    private Map<String, Long> counts(String dimension) {
        var counts = new TreeMap<String, Long>();
        var sums = state.sums(ledger.counts(), dimension, "");
        sums.forEach((value, sum) ->
                counts.put(value, sum.getOrDefault(Ledger.VIEWS, BigDecimal.ZERO).longValueExact()));
        return counts;
    }
}
