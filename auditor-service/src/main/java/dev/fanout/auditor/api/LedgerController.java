package dev.fanout.auditor.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fanout.auditor.ledger.Ledger;
import dev.fanout.auditor.ledger.LedgerEntry;
import dev.fanout.messaging.Span;
import dev.fanout.messaging.StateStore;
import dev.fanout.web.Cursor;
import dev.fanout.web.Limit;
import dev.fanout.web.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private static final String HOSTS = "hosts";
    private static final String EVENTS = "events";

    private final Ledger ledger;
    private final StateStore state;
    private final LedgerStats stats;

    LedgerController(Ledger ledger, StateStore state, LedgerStats stats) {
        this.ledger = ledger;
        this.state = state;
        this.stats = stats;
    }

    /** In the order in which this auditor heard of them. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entries(List<LedgerEntry> events, @Nullable String next) {}

    /** In the order of their ids. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Hosts(String auditor, List<TrafficStats.HostShare> hosts, @Nullable String next) {}

    /** In the order of their names. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Views(String auditor, Map<String, Long> views, @Nullable String next) {}

    @GetMapping("/summary")
    LedgerSummary summary(@RequestParam(defaultValue = Limit.USUAL) @Min(1) @Max(Limit.MOST) int limit) {
        var taken = stats.totals();
        return LedgerSummary.of(ledger.auditor(), taken.value().first(limit), taken.asOf());
    }

    @GetMapping("/hosts")
    Hosts hosts(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = Limit.USUAL) @Min(1) @Max(Limit.MOST) int limit) {
        var page = stats.hosts(Span.ALL.goingOn(Cursor.after(HOSTS, after)), limit);
        var views = stats.views();
        var shares = page.items().stream().map(host -> host.share(views)).toList();
        return new Hosts(ledger.auditor(), shares, Cursor.next(HOSTS, page.next()));
    }

    @GetMapping("/contents")
    Views contents(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = Limit.USUAL) @Min(1) @Max(Limit.MOST) int limit) {
        return views(Ledger.BY_CONTENT, after, limit);
    }

    @GetMapping("/ads")
    Views ads(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = Limit.USUAL) @Min(1) @Max(Limit.MOST) int limit) {
        return views(Ledger.BY_AD, after, limit);
    }

    @GetMapping("/events/{eventId}")
    LedgerEntry event(@PathVariable UUID eventId) {
        return state.find(ledger.entry(eventId))
                .orElseThrow(() -> ProblemException.of(
                        HttpStatus.NOT_FOUND, ledger.auditor() + " has no event " + eventId + " in its ledger (yet)"));
    }

    @GetMapping("/events")
    Entries events(
            @RequestParam("host_id") @NotBlank String hostId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = Limit.USUAL) @Min(1) @Max(Limit.MOST) int limit) {
        var span = Span.ALL.goingOn(Cursor.after(EVENTS, after));
        var page = state.page(ledger.entries(), ledger.byHost(), hostId, span, limit, LedgerEntry.class);
        return new Entries(page.items(), Cursor.next(EVENTS, page.next()));
    }

    private Views views(String dimension, @Nullable String after, int limit) {
        var page = stats.counts(dimension, Span.ALL.goingOn(Cursor.after(dimension, after)), limit);
        var views = new LinkedHashMap<String, Long>();
        page.items().forEach(sum -> views.put(sum.name(), sum.count(Ledger.VIEWS)));
        return new Views(ledger.auditor(), views, Cursor.next(dimension, page.next()));
    }
}
