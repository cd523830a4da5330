package dev.fanout.auditor.peers.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fanout.auditor.peers.store.MissedEvents;
import dev.fanout.auditor.peers.store.VoteTable;
import dev.fanout.auditor.peers.verdict.HostVerdict;
import dev.fanout.auditor.peers.verdict.VerdictStore;
import dev.fanout.auditor.peers.verdict.WindowVerdict;
import dev.fanout.topology.Service;
import dev.fanout.web.Cursor;
import dev.fanout.web.Limit;
import dev.fanout.web.TextTable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what was decided about each window, and which views this auditor missed. */
@RestController
@OnlyVoters
class VerdictsController {
    /** How far back what was missed is shown, unless somebody says. */
    private static final Duration DEFAULT_SPAN = Duration.ofHours(1);
    private static final String MISSED = "missed";
    private static final String HOSTS = "verdicts/hosts";

    private final Service auditor;
    private final VerdictStore verdicts;
    private final MissedEvents missed;
    private final VoteTable shelf;

    VerdictsController(Service auditor, VerdictStore verdicts, MissedEvents missed, VoteTable shelf) {
        this.auditor = auditor;
        this.verdicts = verdicts;
        this.missed = missed;
        this.shelf = shelf;
    }

    /** The newest first. */
    record All(String auditor, List<WindowVerdict> verdicts) {}

    record Hosts(
            String auditor, List<HostVerdict> hosts,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next) {}

    /** The oldest first. */
    record AllMissed(
            String auditor, List<MissedEvents.Missed> missed,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next) {}

    /** @param limit of hosts, in each window */
    @GetMapping("/verdicts")
    All verdicts(
            @RequestParam(required = false) @Nullable Instant window,
            @RequestParam(defaultValue = Limit.USUAL) @Min(1) @Max(VerdictStore.HOSTS_AT_HAND) int limit) {
        var found = window == null ? verdicts.last() : verdicts.of(window);
        return new All(auditor.name(), found.stream().map(verdict -> verdict.first(limit)).toList());
    }

    @GetMapping(path = "/verdicts", produces = MediaType.TEXT_PLAIN_VALUE)
    String text(
            @RequestParam(required = false) @Nullable Instant window,
            @RequestParam(defaultValue = Limit.USUAL) @Min(1) @Max(VerdictStore.HOSTS_AT_HAND) int limit) {
        var found = verdicts(window, limit).verdicts();
        if (found.isEmpty()) return auditor.name() + " has no verdict on a window with views yet\n";
        return found.stream().map(VerdictsController::text).collect(Collectors.joining("\n"));
    }

    /** All hosts of one window, by their ids. */
    @GetMapping("/verdicts/hosts")
    Hosts hosts(
            @RequestParam Instant window,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = Limit.USUAL) @Min(1) @Max(Limit.MOST) int limit) {
        var from = Cursor.after(HOSTS, after).orElse("");
        var rest = verdicts.hosts(window).stream().filter(host -> host.hostId().compareTo(from) > 0).toList();
        var page = rest.subList(0, Math.min(limit, rest.size()));
        var next = page.size() == rest.size() ? Optional.<String>empty() : Optional.of(page.getLast().hostId());
        return new Hosts(auditor.name(), page, Cursor.next(HOSTS, next));
    }

    @GetMapping("/missed")
    AllMissed missed(
            @RequestParam(required = false) @Nullable Instant window,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = Limit.USUAL) @Min(1) @Max(Limit.MOST) int limit) {
        var from = window == null ? shelf.now().minus(DEFAULT_SPAN) : window;
        var page = missed.from(from, Cursor.after(MISSED, after), limit);
        return new AllMissed(auditor.name(), page.items(), Cursor.next(MISSED, page.next()));
    }

    @GetMapping(path = "/missed", produces = MediaType.TEXT_PLAIN_VALUE)
    String missedText(
            @RequestParam(required = false) @Nullable Instant window,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = Limit.USUAL) @Min(1) @Max(Limit.MOST) int limit) {
        var table = new TextTable("WINDOW", "EVENT", "HOST", "REPORTED BY", "COUNTS");
        var found = missed(window, after, limit);
        for (var event : found.missed())
            table.row(
                    event.window(), event.eventId(), event.hostId(), String.join(" ", event.reportedBy()),
                    event.counts() ? "yes" : "no");
        return table.text() + (found.next() == null ? "" : "more: after=" + found.next() + "\n");
    }

    private static String text(WindowVerdict verdict) {
        var text = new StringBuilder("%s %s, by %s%s\n".formatted(
                verdict.window(), verdict.standing(), String.join(", ", verdict.auditors()),
                verdict.leftOut() == null ? "" : "; left out: " + verdict.leftOut()));
        text.append(AgreementController.table(verdict.hosts())).append(AgreementController.text(verdict.others()));
        for (var event : verdict.disputed())
            text.append(line("disputed", event.eventId(), event.hostId(), "only " + event.holder() + " has it"));
        for (var event : verdict.missed())
            text.append(line("missed  ", event.eventId(), event.hostId(), event.auditor() + " lacks it"));
        var listed = verdict.disputed().size() + verdict.missed().size();
        var more = verdict.disputedCount() + verdict.missedCount() - listed;
        return more == 0 ? text.toString() : text + "and " + more + " more\n";
    }

    private static String line(String what, String eventId, String hostId, String why) {
        return "%s %s of %s: %s\n".formatted(what, eventId, TextTable.harmless(hostId), why);
    }
}
