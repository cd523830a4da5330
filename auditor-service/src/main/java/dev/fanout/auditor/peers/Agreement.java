package dev.fanout.auditor.peers;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far the auditors agree, over several windows.
 *
 * @param from the start of the first window
 * @param until the end of the last one
 * @param windows in which anybody saw anything, by how they stand
 * @param hosts by views that count, the most first
 * @param refusedKeys auditors whose public key was replaced
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Agreement(
        String auditor,
        @Nullable Instant from,
        @Nullable Instant until,
        SortedMap<String, Long> windows,
        long seenByAll,
        long seenByAtLeastOne,
        long reconciled,
        List<HostVerdict> hosts,
        SortedSet<String> refusedKeys) {

    static Agreement of(
            String auditor, Collection<WindowVerdict> verdicts, Duration window, SortedSet<String> refusedKeys) {
        var hosts = verdicts.stream()
                .flatMap(verdict -> verdict.hosts().stream())
                .collect(Collectors.toMap(HostVerdict::hostId, Function.identity(), HostVerdict::and))
                .values().stream()
                .sorted(Comparator.comparingLong(HostVerdict::reconciled).reversed()
                        .thenComparing(HostVerdict::hostId))
                .toList();
        var starts = verdicts.stream().map(WindowVerdict::window).sorted().toList();
        return new Agreement(
                auditor, starts.isEmpty() ? null : starts.getFirst(),
                starts.isEmpty() ? null : starts.getLast().plus(window), standings(verdicts),
                sum(hosts, HostVerdict::seenByAll), sum(hosts, HostVerdict::seenByAtLeastOne),
                sum(hosts, HostVerdict::reconciled), hosts, refusedKeys);
    }

    private static SortedMap<String, Long> standings(Collection<WindowVerdict> verdicts) {
        var windows = new TreeMap<>(Map.of("final", 0L, "provisional", 0L, "absent", 0L));
        verdicts.forEach(verdict -> windows.merge(verdict.standing(), 1L, Long::sum));
        return windows;
    }

    private static long sum(List<HostVerdict> hosts, ToLongFunction<HostVerdict> what) {
        return hosts.stream().mapToLong(what).sum();
    }
}
