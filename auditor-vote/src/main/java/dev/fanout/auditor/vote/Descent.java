package dev.fanout.auditor.vote;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Learns in what a peer's claim differs from the own events, by opening the ranges whose hashes differ. */
final class Descent {
    private final SortedMap<Path, Ref> toOpen = new TreeMap<>(Path.ORDER);
    private final Set<Entry> theirsOnly = new HashSet<>();
    private final Set<Entry> ownOnly = new HashSet<>();

    Descent(Tree own, Ref root) {
        compare(own, Path.ROOT, root);
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
        return opened.ref().equals(toOpen.get(opened.path()));
    }

    /** @return whether it was one that was asked for */
    boolean open(Tree own, Statement.Opened opened) {
        var path = opened.path();
        if (!waitsFor(opened) || !opened.node().opens(opened.ref(), path)) return false;
        toOpen.remove(path);
        switch (opened.node()) {
            case Node.Leaf(var entries) -> differ(own.entries(path), entries);
            case Node.Inner(var parts) -> {
                var children = path.children();
                for (var i = 0; i < parts.size(); i++) compare(own, children.get(i), parts.get(i));
            }
        }
        return true;
    }

    Set<Entry> theirsOnly() {
        return theirsOnly;
    }

    Set<Entry> ownOnly() {
        return ownOnly;
    }

    private void compare(Tree own, Path path, Ref theirs) {
        if (theirs.equals(own.ref(path))) return;
        if (theirs.count() == 0) ownOnly.addAll(own.entries(path));
        else toOpen.put(path, theirs);
    }

    private void differ(List<Entry> owns, List<Entry> theirs) {
        var onlyOwn = new ArrayList<>(owns);
        onlyOwn.removeAll(new HashSet<>(theirs));
        ownOnly.addAll(onlyOwn);
        var onlyTheirs = new ArrayList<>(theirs);
        onlyTheirs.removeAll(new HashSet<>(owns));
        theirsOnly.addAll(onlyTheirs);
    }
}
