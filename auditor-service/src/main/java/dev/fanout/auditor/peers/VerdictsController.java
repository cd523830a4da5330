package dev.fanout.auditor.peers;

import dev.fanout.topology.Service;
import dev.fanout.web.TextTable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    private static final Duration LATELY = Duration.ofHours(1);

    private final Service auditor;
    private final Verdicts verdicts;
    private final MissedEvents missed;
    private final Shelf shelf;

    VerdictsController(Service auditor, Verdicts verdicts, MissedEvents missed, Shelf shelf) {
        this.auditor = auditor;
        this.verdicts = verdicts;
        this.missed = missed;
        this.shelf = shelf;
    }

    /** The newest first. */
    record All(String auditor, List<WindowVerdict> verdicts) {}

    /** The oldest first. */
    record AllMissed(String auditor, List<MissedEvents.Missed> missed) {}

    @GetMapping("/verdicts")
    All verdicts(@RequestParam(required = false) @Nullable Instant window) {
        return new All(auditor.name(), window == null ? verdicts.last() : verdicts.of(window));
    }

    @GetMapping(path = "/verdicts", produces = MediaType.TEXT_PLAIN_VALUE)
    String text(@RequestParam(required = false) @Nullable Instant window) {
        var found = verdicts(window).verdicts();
        if (found.isEmpty()) return auditor.name() + " has no verdict on a window with views yet\n";
        return found.stream().map(VerdictsController::text).collect(Collectors.joining("\n"));
    }

    @GetMapping("/missed")
    AllMissed missed(
            @RequestParam(required = false) @Nullable Instant window,
            @RequestParam(defaultValue = "100") @Min(1) @Max(10_000) int limit) {
        return new AllMissed(auditor.name(), missed.from(window == null ? shelf.now().minus(LATELY) : window, limit));
    }

    @GetMapping(path = "/missed", produces = MediaType.TEXT_PLAIN_VALUE)
    String missedText(
            @RequestParam(required = false) @Nullable Instant window,
            @RequestParam(defaultValue = "100") @Min(1) @Max(10_000) int limit) {
        var table = new TextTable("WINDOW", "EVENT", "HOST", "REPORTED BY", "COUNTS");
        for (var event : missed(window, limit).missed())
            table.row(
                    event.window(), event.eventId(), event.hostId(), String.join(" ", event.reportedBy()),
                    event.counts() ? "yes" : "no");
        return table.text();
    }

    private static String text(WindowVerdict verdict) {
        var text = new StringBuilder("%s %s, by %s%s\n".formatted(
                verdict.window(), verdict.standing(), String.join(", ", verdict.auditors()),
                verdict.leftOut() == null ? "" : "; left out: " + verdict.leftOut()));
        text.append(AgreementController.table(verdict.hosts()));
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
