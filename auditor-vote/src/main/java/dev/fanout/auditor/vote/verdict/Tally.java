package dev.fanout.auditor.vote.verdict;

import dev.fanout.auditor.vote.message.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** From claims, and who holds what, to a verdict: a pure function, so the same at each auditor. */
public final class Tally {
    private final SortedMap<String, Statement.Claim> claims;
    private final ClaimComparison comparison;

    public Tally(SortedMap<String, Statement.Claim> claims, ClaimComparison comparison) {
        this.claims = claims;
        this.comparison = comparison;
    }

    public Verdict verdict(Verdict.Standing standing, Optional<String> leftOut) {
        var auditors = Collections.unmodifiableSortedSet(new TreeSet<>(claims.keySet()));
        var window = claims.firstEntry().getValue().window();
        return new Verdict(window, standing, auditors, leftOut, hosts(), disputed(), missed());
    }

    private SortedMap<String, Verdict.HostCount> hosts() {
        var reconciled = new TreeMap<>(comparison.agreed());
        // One that is compared with nobody agrees with itself, which counts nothing.
        if (claims.size() < Verdict.ENOUGH) reconciled.replaceAll((_, _) -> 0L);
        comparison.contested().forEach((entry, holders) ->
                reconciled.merge(entry.hostId(), counts(holders) ? 1L : 0L, Long::sum));
        claims.values().forEach(claim -> claim.counts().keySet().forEach(host -> reconciled.putIfAbsent(host, 0L)));
        var held = held();
        var hosts = new TreeMap<String, Verdict.HostCount>();
        reconciled.forEach((host, count) -> {
            var claimed = claimed(host);
            hosts.put(host, new Verdict.HostCount(count, claimed, held(host, held), majority(claimed)));
        });
        return Collections.unmodifiableSortedMap(hosts);
    }

    private SortedMap<String, Long> claimed(String host) {
        var claimed = new TreeMap<String, Long>();
        claims.forEach((auditor, claim) -> claimed.put(auditor, claim.counts().getOrDefault(host, 0L)));
        return claimed;
    }

    /** By auditor, then by host, beyond what all hold. */
    private SortedMap<String, SortedMap<String, Long>> held() {
        var held = new TreeMap<String, SortedMap<String, Long>>();
        comparison.contested().forEach((entry, holders) -> holders.forEach(holder ->
                held.computeIfAbsent(holder, _ -> new TreeMap<>()).merge(entry.hostId(), 1L, Long::sum)));
        return held;
    }

    private SortedMap<String, Long> held(String host, SortedMap<String, SortedMap<String, Long>> beyond) {
        var held = new TreeMap<String, Long>();
        var agreed = comparison.agreed().getOrDefault(host, 0L);
        for (var auditor : claims.keySet())
            held.put(auditor, agreed + beyond.getOrDefault(auditor, new TreeMap<>()).getOrDefault(host, 0L));
        return held;
    }

    private static OptionalLong majority(SortedMap<String, Long> claimed) {
        return claimed.values().stream()
                .filter(count -> Collections.frequency(claimed.values(), count) >= Verdict.ENOUGH)
                .mapToLong(count -> count)
                .findFirst();
    }

    private List<Verdict.Disputed> disputed() {
        var disputed = new ArrayList<Verdict.Disputed>();
        comparison.contested().forEach((entry, holders) -> {
            if (!counts(holders)) disputed.add(new Verdict.Disputed(entry, holders.first()));
        });
        return Collections.unmodifiableList(disputed);
    }

    private List<Verdict.Missed> missed() {
        var missed = new ArrayList<Verdict.Missed>();
        comparison.contested().forEach((entry, holders) -> {
            if (counts(holders))
                claims.keySet().stream()
                        .filter(auditor -> !holders.contains(auditor))
                        .forEach(auditor -> missed.add(new Verdict.Missed(entry, auditor)));
        });
        return Collections.unmodifiableList(missed);
    }

    private static boolean counts(SortedSet<String> holders) {
        return holders.size() >= Verdict.ENOUGH;
    }
}
