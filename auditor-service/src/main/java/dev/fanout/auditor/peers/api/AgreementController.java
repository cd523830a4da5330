package dev.fanout.auditor.peers.api;

import dev.fanout.auditor.peers.keys.PublicKeys;
import dev.fanout.auditor.peers.store.LedgerView;
import dev.fanout.auditor.peers.store.WindowCalendar;
import dev.fanout.auditor.peers.verdict.AgreementSummary;
import dev.fanout.auditor.peers.verdict.Dissent;
import dev.fanout.auditor.peers.verdict.HostVerdict;
import dev.fanout.auditor.peers.verdict.VerdictStore;
import dev.fanout.messaging.listing.Others;
import dev.fanout.topology.Service;
import dev.fanout.web.Limit;
import dev.fanout.web.TextTable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows how far the auditors agree, and who is wrong about what. */
@RestController
@OnlyVoters
public class AgreementController {
    private final Service auditor;
    private final VerdictStore verdicts;
    private final WindowCalendar calendar;
    private final LedgerView ledger;
    private final PublicKeys keys;

    AgreementController(Service auditor, VerdictStore verdicts, WindowCalendar calendar, LedgerView ledger,
            PublicKeys keys) {
        this.auditor = auditor;
        this.verdicts = verdicts;
        this.calendar = calendar;
        this.ledger = ledger;
        this.keys = keys;
    }

    @GetMapping("/agreement")
    AgreementSummary agreement(
            @RequestParam(required = false) @Nullable Instant window,
            @RequestParam(defaultValue = Limit.USUAL) @Min(1) @Max(Limit.MOST) int limit) {
        var all = window == null ? verdicts.last() : verdicts.of(window);
        return AgreementSummary.of(auditor.name(), all, calendar.length(), limit, keys.refused());
    }

    @GetMapping(path = "/agreement", produces = MediaType.TEXT_PLAIN_VALUE)
    String text(
            @RequestParam(required = false) @Nullable Instant window,
            @RequestParam(defaultValue = Limit.USUAL) @Min(1) @Max(Limit.MOST) int limit) {
        var agreement = agreement(window, limit);
        return refused(agreement) + text(agreement);
    }

    private static String refused(AgreementSummary agreement) {
        return agreement.refusedKeys().stream()
                .map("The public key of %s was replaced; the new one is refused.\n"::formatted)
                .collect(Collectors.joining());
    }

    private String text(AgreementSummary agreement) {
        if (agreement.hosts().isEmpty())
            return "%s has no verdict on a window with views yet. Windows of %s are closed until %s.\n"
                    .formatted(auditor.name(), calendar.length(), ledger.until());
        return "%s, from %s until %s, windows: %s\nviews seen by all: %d, by at least one: %d, that count: %d\n\n%s"
                .formatted(
                        auditor.name(), agreement.from(), agreement.until(), standings(agreement),
                        agreement.seenByAll(), agreement.seenByAtLeastOne(), agreement.reconciled(),
                        table(agreement.hosts()) + text(agreement.others()));
    }

    static String text(Map<String, Others> others) {
        return others.values().stream()
                .map(left -> "and %d hosts more, with %d views that count\n".formatted(left.entries(), left.sum()))
                .collect(Collectors.joining());
    }

    private static String standings(AgreementSummary agreement) {
        return agreement.windows().entrySet().stream()
                .filter(standing -> standing.getValue() > 0)
                .map(standing -> standing.getValue() + " " + standing.getKey())
                .collect(Collectors.joining(", "));
    }

    /** A column for each auditor, with what it claims. */
    public static String table(List<HostVerdict> hosts) {
        var auditors = new TreeSet<String>();
        hosts.forEach(host -> auditors.addAll(host.claimed().keySet()));
        var header = new ArrayList<>(List.of("HOST", "COUNTS"));
        header.addAll(auditors);
        header.addAll(List.of("MAJORITY", "AGREEMENT"));
        var table = new TextTable(header.toArray(String[]::new));
        for (var host : hosts) {
            var cells = new ArrayList<Object>(List.of(host.hostId(), host.reconciled()));
            auditors.forEach(name -> cells.add(host.claimed().getOrDefault(name, 0L)));
            cells.add(majority(host));
            cells.add(host.dissent().isEmpty() ? "AGREE" : text(host.dissent()));
            table.row(cells.toArray());
        }
        return table.text();
    }

    private static String majority(HostVerdict host) {
        if (host.majority() == null) return "none";
        return host.majority() + (host.majorityIsWrong() ? " (wrong)" : "");
    }

    private static String text(List<Dissent> dissent) {
        return dissent.stream().map(Dissent::text).collect(Collectors.joining("; "));
    }
}
