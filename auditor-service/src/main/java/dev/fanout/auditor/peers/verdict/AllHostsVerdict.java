package dev.fanout.auditor.peers.verdict;

import dev.fanout.messaging.Saturated;
import dev.fanout.messaging.listing.Others;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** What was found about all hosts together, listed or not. */
record AllHostsVerdict(long entries, long reconciled, long seenByAll, long seenByAtLeastOne) {
    static final AllHostsVerdict NONE = new AllHostsVerdict(0, 0, 0, 0);

    static AllHostsVerdict of(Collection<HostVerdict> hosts) {
        return new AllHostsVerdict(
                hosts.size(), sum(hosts, HostVerdict::reconciled), sum(hosts, HostVerdict::seenByAll),
                sum(hosts, HostVerdict::seenByAtLeastOne));
    }

    /** Of another window; whether its hosts are the same, nobody knows: there are at least so many. */
    AllHostsVerdict and(AllHostsVerdict other) {
        return new AllHostsVerdict(
                Math.max(entries, other.entries), Saturated.sum(reconciled, other.reconciled),
                Saturated.sum(seenByAll, other.seenByAll), Saturated.sum(seenByAtLeastOne, other.seenByAtLeastOne));
    }

    AllHostsVerdict atLeast(long hosts) {
        return new AllHostsVerdict(Math.max(entries, hosts), reconciled, seenByAll, seenByAtLeastOne);
    }

    /** What a list leaves out. */
    Map<String, Others> without(List<HostVerdict> listed) {
        if (entries <= listed.size()) return Map.of();
        var sum = Math.max(0, Saturated.difference(reconciled, sum(listed, HostVerdict::reconciled)));
        return Map.of("hosts", new Others(entries - listed.size(), sum));
    }

    private static long sum(Collection<HostVerdict> hosts, ToLongFunction<HostVerdict> what) {
        return Saturated.sum(hosts.stream().mapToLong(what));
    }
}
