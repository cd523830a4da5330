package dev.fanout.auditor.peers.verdict;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fanout.auditor.vote.verdict.Verdict;
import dev.fanout.messaging.Saturated;
import dev.fanout.messaging.listing.Others;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What this auditor found about one window, for people.
 *
 * @param window its start
 * @param standing final: every honest auditor finds the same, and stays with it; provisional: of two claims; absent:
 *     there was nobody to compare with
 * @param auditors who was compared
 * @param leftOut who was proven to lie; how, is in the log
 * @param closedAt by this auditor's clock, as {@code decidedAt}
 * @param bytesExchanged with both peers, since this auditor's last start
 * @param hosts all, or those that are most worth knowing
 * @param others what {@code hosts} leaves out, where it does; the sum is of views that count
 * @param disputed views that one auditor holds alone, at most {@link #LISTED} of {@code disputedCount}
 * @param missed views that count and that an auditor lacks, at most {@link #LISTED} of {@code missedCount}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WindowVerdict(
        Instant window,
        String standing,
        List<String> auditors,
        @Nullable String leftOut,
        @Nullable Instant closedAt,
        Instant decidedAt,
        long bytesExchanged,
        List<HostVerdict> hosts,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Others> others,
        AllHostsVerdict allHosts,
        long disputedCount,
        List<Disputed> disputed,
        long missedCount,
        List<Missed> missed) {
    static final int LISTED = 100;

    public WindowVerdict {
        // items that were written before not all hosts were listed have neither
        if (others == null) others = Map.of();
        if (allHosts == null) allHosts = AllHostsVerdict.of(hosts);
    }

    public record Disputed(String eventId, String hostId, String holder) {}

    public record Missed(String eventId, String hostId, String auditor) {}

    static WindowVerdict of(
            Instant window, Verdict verdict, @Nullable Instant closedAt, Instant now, long bytes) {
        var hosts = hosts(verdict);
        return new WindowVerdict(
                window, verdict.standing().name().toLowerCase(Locale.ROOT), List.copyOf(verdict.auditors()),
                verdict.leftOut().orElse(null), closedAt, now, bytes, hosts, Map.of(), AllHostsVerdict.of(hosts),
                verdict.disputed().size(), verdict.disputed().stream().limit(LISTED).map(WindowVerdict::of).toList(),
                verdict.missed().size(), verdict.missed().stream().limit(LISTED).map(WindowVerdict::of).toList());
    }

    /** The same, of the hosts that are most worth knowing. */
    public WindowVerdict first(int limit) {
        if (hosts.size() <= limit) return this;
        var listed = hosts.stream().sorted(HostVerdict.WORTH_KNOWING).limit(limit).toList();
        return new WindowVerdict(
                window, standing, auditors, leftOut, closedAt, decidedAt, bytesExchanged, listed,
                allHosts.without(listed), allHosts, disputedCount, disputed, missedCount, missed);
    }

    public boolean isFinal() {
        return standing.equals("final");
    }

    private static Disputed of(Verdict.Disputed disputed) {
        return new Disputed(disputed.event().eventId().toString(), disputed.event().hostId(), disputed.holder());
    }

    private static Missed of(Verdict.Missed missed) {
        return new Missed(missed.event().eventId().toString(), missed.event().hostId(), missed.auditor());
    }

    private static List<HostVerdict> hosts(Verdict verdict) {
        var disputed = verdict.disputed().stream().collect(Collectors.groupingBy(it -> it.event().hostId()));
        var missed = verdict.missed().stream().collect(Collectors.groupingBy(it -> it.event().hostId()));
        return verdict.hosts().entrySet().stream()
                .map(host -> host(
                        host.getKey(), host.getValue(),
                        disputed.getOrDefault(host.getKey(), List.of()),
                        missed.getOrDefault(host.getKey(), List.of())))
                .toList();
    }

    private static HostVerdict host(
            String hostId, Verdict.HostCount count, List<Verdict.Disputed> disputed, List<Verdict.Missed> missed) {
        var lacking = missed.stream().map(Verdict.Missed::event).distinct().count();
        var held = count.held().values().stream().mapToLong(n -> n).max().orElse(0);
        var anybody = Math.max(held, count.reconciled() + disputed.size());
        var dissent = new ArrayList<Dissent>();
        count.claimed().forEach((auditor, claimed) -> dissent.add(new Dissent(
                auditor,
                missed.stream().filter(it -> it.auditor().equals(auditor)).count(),
                disputed.stream().filter(it -> it.holder().equals(auditor)).count(),
                
                Math.max(0, Saturated.difference(claimed, held(count, auditor))),
                Math.max(0, Saturated.difference(held(count, auditor), claimed)))));
        return HostVerdict.of(
                hostId, count.reconciled(), count.claimed(), count.reconciled() - lacking, anybody, dissent);
    }

    private static long held(Verdict.HostCount count, String auditor) {
        return count.held().getOrDefault(auditor, 0L);
    }
}
