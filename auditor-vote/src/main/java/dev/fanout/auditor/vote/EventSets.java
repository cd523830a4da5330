package dev.fanout.auditor.vote;

import dev.fanout.auditor.vote.merkle.ClaimEntry;
import dev.fanout.auditor.vote.merkle.KeyRange;
import dev.fanout.auditor.vote.merkle.MerkleTree;
import dev.fanout.auditor.vote.message.Statement;
import dev.fanout.auditor.vote.verdict.ClaimComparison;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What this auditor knows about who holds what, in one window. */
final class EventSets {
    private final String self;
    private final LocalLedger ledger;
    private final SortedMap<String, MerkleDiff> descents = new TreeMap<>();
    private @Nullable MerkleTree own;

    EventSets(String self, LocalLedger ledger) {
        this.self = self;
        this.ledger = ledger;
    }

    MerkleTree own(long window) {
        if (own == null) own = new MerkleTree(ledger.entries(window));
        return own;
    }

    /** Nothing, where the ledger no longer holds what was signed. */
    Optional<MerkleTree> own(Statement.Claim claim) {
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

    Optional<MerkleDiff> of(String peer) {
        return Optional.ofNullable(descents.get(peer));
    }

    void begin(String peer, MerkleDiff diff) {
        descents.put(peer, diff);
    }

    boolean areKnown(Collection<String> peers) {
        return peers.stream().allMatch(peer -> of(peer).filter(MerkleDiff::isDone).isPresent());
    }

    SortedSet<String> heldBy(ClaimEntry entry, Collection<String> peers) {
        var holders = new TreeSet<String>();
        for (var peer : peers)
            if (of(peer).filter(it -> it.theirsOnly().contains(entry)).isPresent()) holders.add(peer);
        return holders;
    }

    /** With these peers, whose sets are known. */
    ClaimComparison comparedWith(Collection<String> peers, MerkleTree own) {
        var contested = new TreeMap<ClaimEntry, SortedSet<String>>();
        var agreed = new TreeMap<String, Long>();
        for (var peer : peers)
            for (var entry : known(peer).theirsOnly())
                contested.computeIfAbsent(entry, _ -> new TreeSet<>()).add(peer);
        for (var entry : own.entries(KeyRange.ROOT)) {
            var holders = holdersOfOwn(entry, peers);
            if (holders.size() > peers.size()) agreed.merge(entry.hostId(), 1L, Long::sum);
            else contested.put(entry, holders);
        }
        return new ClaimComparison(agreed, contested);
    }

    private SortedSet<String> holdersOfOwn(ClaimEntry entry, Collection<String> peers) {
        var holders = new TreeSet<String>();
        holders.add(self);
        for (var peer : peers) if (!known(peer).ownOnly().contains(entry)) holders.add(peer);
        return holders;
    }

    private MerkleDiff known(String peer) {
        return of(peer).orElseThrow();
    }
}
