package dev.fanout.auditor.peers.verdict;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fanout.messaging.listing.Others;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far the auditors agree, over several windows.
 *
 * @param from the start of the first window
 * @param until the end of the last one
 * @param windows in which anybody saw anything, by how they stand
 * @param hosts by views that count, the most first; of each window, those that are most worth knowing
 * @param others what {@code hosts} leaves out, where it does: at least so many
 * @param refusedKeys auditors whose public key was replaced
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgreementSummary(
        String auditor,
        @Nullable Instant from,
        @Nullable Instant until,
        SortedMap<String, Long> windows,
        long seenByAll,
        long seenByAtLeastOne,
        long reconciled,
        List<HostVerdict> hosts,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Others> others,
        SortedSet<String> refusedKeys) {
    private static final Comparator<HostVerdict> MOST_FIRST =
            Comparator.comparingLong(HostVerdict::reconciled).reversed().thenComparing(HostVerdict::hostId);

    public static AgreementSummary of(
            String auditor, Collection<WindowVerdict> verdicts, Duration window, int limit,
            SortedSet<String> refusedKeys) {
        var known = verdicts.stream()
                .flatMap(verdict -> verdict.hosts().stream())
                .collect(Collectors.toMap(HostVerdict::hostId, Function.identity(), HostVerdict::and));
        var hosts = known.values().stream().sorted(MOST_FIRST).limit(limit).toList();
        var all = verdicts.stream()
                .map(WindowVerdict::allHosts)
                .reduce(AllHostsVerdict.NONE, AllHostsVerdict::and)
                .atLeast(known.size());
        var starts = verdicts.stream().map(WindowVerdict::window).sorted().toList();
        return new AgreementSummary(
                auditor, starts.isEmpty() ? null : starts.getFirst(),
                starts.isEmpty() ? null : starts.getLast().plus(window), standings(verdicts),
                all.seenByAll(), all.seenByAtLeastOne(), all.reconciled(), hosts, all.without(hosts), refusedKeys);
    }

    private static SortedMap<String, Long> standings(Collection<WindowVerdict> verdicts) {
        var windows = new TreeMap<>(Map.of("final", 0L, "provisional", 0L, "absent", 0L));
        verdicts.forEach(verdict -> windows.merge(verdict.standing(), 1L, Long::sum));
        return windows;
    }
}
