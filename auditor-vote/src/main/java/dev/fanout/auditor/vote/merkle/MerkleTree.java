package dev.fanout.auditor.vote.merkle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One auditor's events of one window, in the order of their places, and the hashes over ranges of them. */
public final class MerkleTree {
    private final List<ClaimEntry> entries = new ArrayList<>();
    private final long[] places;
    private final Map<KeyRange, MerkleRef> refs = new HashMap<>();

    public MerkleTree(Collection<ClaimEntry> held) {
        var placed = new ArrayList<>(held.stream().map(Placed::new).sorted(Placed.ORDER).toList());
        // A ledger holds an id once. If ever it did not, a tree with it twice would be taken for a lie.
        for (var i = placed.size() - 1; i > 0; i--)
            if (placed.get(i).entry.eventId().equals(placed.get(i - 1).entry.eventId())) placed.remove(i);
        for (var next : placed) entries.add(next.entry);
        places = placed.stream().mapToLong(Placed::place).toArray();
    }

    private record Placed(long place, ClaimEntry entry) {
        static final Comparator<Placed> ORDER = ((Comparator<Placed>)
                (one, other) -> Long.compareUnsigned(one.place, other.place)).thenComparing(Placed::entry);

        Placed(ClaimEntry entry) {
            this(entry.place(), entry);
        }
    }

    /** Strictly: no tree holds an id twice. */
    static boolean inOrder(ClaimEntry one, ClaimEntry next) {
        var places = Long.compareUnsigned(one.place(), next.place());
        return places < 0 || places == 0 && one.eventId().compareTo(next.eventId()) < 0;
    }

    public MerkleRef root() {
        return ref(KeyRange.ROOT);
    }

    public MerkleRef ref(KeyRange range) {
        var known = refs.get(range);
        if (known != null) return known;
        var held = entries(range);
        // Ranges with nothing in them are without number, and not worth a memory.
        if (held.isEmpty()) return MerkleRef.NOTHING;
        var ref = node(range).ref();
        refs.put(range, ref);
        return ref;
    }

    public MerkleNode node(KeyRange range) {
        var held = entries(range);
        if (held.size() <= MerkleNode.LEAF_SIZE || range.isDeepest()) return new MerkleNode.Leaf(held);
        return new MerkleNode.Inner(range.children().stream().map(this::ref).toList());
    }

    public List<ClaimEntry> entries(KeyRange range) {
        return entries.subList(firstFrom(range.digits(), false), firstFrom(range.last(), true));
    }

    /** The first index with a place not below, or above, this one. */
    private int firstFrom(long place, boolean above) {
        var low = 0;
        var high = places.length;
        while (low < high) {
            var middle = (low + high) >>> 1;
            var order = Long.compareUnsigned(places[middle], place);
            if (order < 0 || above && order == 0) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
