package dev.fanout.auditor.vote;

import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What this auditor knows about who holds what, in one window. */
final class Sets {
    private final String self;
    private final Holdings holdings;
    private final SortedMap<String, Descent> descents = new TreeMap<>();
    private @Nullable Tree own;

    Sets(String self, Holdings holdings) {
        this.self = self;
        this.holdings = holdings;
    }

    Tree own(long window) {
        if (own == null) own = new Tree(holdings.entries(window));
        return own;
    }

    /** Nothing, where the ledger no longer holds what was signed. */
    Optional<Tree> own(Statement.Claim claim) {
        return Optional.of(own(claim.window())).filter(tree -> tree.root().equals(claim.root()));
    }

    /** The ledger still has it when somebody asks: many windows stay open while a peer is down. */
    void forgetOwn() {
        own = null;
    }

    void forgetAll() {
        forgetOwn();
        descents.clear();
    }

    Optional<Descent> of(String peer) {
        return Optional.ofNullable(descents.get(peer));
    }

    void begin(String peer, Descent descent) {
        descents.put(peer, descent);
    }

    boolean areKnown(Collection<String> peers) {
        return peers.stream().allMatch(peer -> of(peer).filter(Descent::isDone).isPresent());
    }

    SortedSet<String> heldBy(Entry entry, Collection<String> peers) {
        var holders = new TreeSet<String>();
        for (var peer : peers)
            if (of(peer).filter(it -> it.theirsOnly().contains(entry)).isPresent()) holders.add(peer);
        return holders;
    }

    /** With these peers, whose sets are known. */
    Comparison comparedWith(Collection<String> peers, Tree own) {
        var contested = new TreeMap<Entry, SortedSet<String>>();
        var agreed = new TreeMap<String, Long>();
        for (var peer : peers)
            for (var entry : known(peer).theirsOnly())
                contested.computeIfAbsent(entry, _ -> new TreeSet<>()).add(peer);
        for (var entry : own.entries(Path.ROOT)) {
            var holders = holdersOfOwn(entry, peers);
            if (holders.size() > peers.size()) agreed.merge(entry.hostId(), 1L, Long::sum);
            else contested.put(entry, holders);
        }
        return new Comparison(agreed, contested);
    }

    private SortedSet<String> holdersOfOwn(Entry entry, Collection<String> peers) {
        var holders = new TreeSet<String>();
        holders.add(self);
        for (var peer : peers) if (!known(peer).ownOnly().contains(entry)) holders.add(peer);
        return holders;
    }

    private Descent known(String peer) {
        return of(peer).orElseThrow();
    }
}
