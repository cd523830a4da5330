package dev.fanout.auditor.vote;

import dev.fanout.auditor.vote.codec.Limits;
import dev.fanout.auditor.vote.merkle.ClaimEntry;
import dev.fanout.auditor.vote.merkle.KeyRange;
import dev.fanout.auditor.vote.merkle.MerkleNode;
import dev.fanout.auditor.vote.merkle.MerkleRef;
import dev.fanout.auditor.vote.merkle.MerkleTree;
import dev.fanout.auditor.vote.message.Message;
import dev.fanout.auditor.vote.message.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Learns in what a peer's claim differs from the own events, by opening the ranges whose hashes differ. */
final class MerkleDiff {
    private final SortedMap<KeyRange, MerkleRef> toOpen = new TreeMap<>(KeyRange.ORDER);
    private final Set<ClaimEntry> theirsOnly = new HashSet<>();
    private final Set<ClaimEntry> ownOnly = new HashSet<>();

    MerkleDiff(MerkleTree own, MerkleRef root) {
        compare(own, KeyRange.ROOT, root);
    }

    boolean isDone() {
        return toOpen.isEmpty();
    }

    List<Message.Range> next() {
        return toOpen.entrySet().stream()
                .limit(Limits.ASKED)
                .map(range -> new Message.Range(range.getKey(), range.getValue()))
                .toList();
    }

    /** Only what the signed root leads to is asked for, and believed. */
    boolean waitsFor(Statement.Opened opened) {
        return opened.ref().equals(toOpen.get(opened.range()));
    }

    /** @return whether it was one that was asked for */
    boolean open(MerkleTree own, Statement.Opened opened) {
        var path = opened.range();
        if (!waitsFor(opened) || !opened.node().opens(opened.ref(), path)) return false;
        toOpen.remove(path);
        switch (opened.node()) {
            case MerkleNode.Leaf(var entries) -> differ(own.entries(path), entries);
            case MerkleNode.Inner(var parts) -> {
                var children = path.children();
                for (var i = 0; i < parts.size(); i++) compare(own, children.get(i), parts.get(i));
            }
        }
        return true;
    }

    Set<ClaimEntry> theirsOnly() {
        return theirsOnly;
    }

    Set<ClaimEntry> ownOnly() {
        return ownOnly;
    }

    private void compare(MerkleTree own, KeyRange path, MerkleRef theirs) {
        if (theirs.equals(own.ref(path))) return;
        if (theirs.count() == 0) ownOnly.addAll(own.entries(path));
        else toOpen.put(path, theirs);
    }

    private void differ(List<ClaimEntry> owns, List<ClaimEntry> theirs) {
        var onlyOwn = new ArrayList<>(owns);
        onlyOwn.removeAll(new HashSet<>(theirs));
        ownOnly.addAll(onlyOwn);
        var onlyTheirs = new ArrayList<>(theirs);
        onlyTheirs.removeAll(new HashSet<>(owns));
        theirsOnly.addAll(onlyTheirs);
    }
}
