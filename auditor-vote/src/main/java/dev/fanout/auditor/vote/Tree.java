package dev.fanout.auditor.vote;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One auditor's events of one window, in the order of their places, and the hashes over ranges of them. */
final class Tree {
    private final List<Entry> entries = new ArrayList<>();
    private final long[] places;
    private final Map<Path, Ref> refs = new HashMap<>();

    Tree(Collection<Entry> held) {
        var placed = new ArrayList<>(held.stream().map(Placed::new).sorted(Placed.ORDER).toList());
        // A ledger holds an id once. If ever it did not, a tree with it twice would be taken for a lie.
        for (var i = placed.size() - 1; i > 0; i--)
            if (placed.get(i).entry.eventId().equals(placed.get(i - 1).entry.eventId())) placed.remove(i);
        for (var next : placed) entries.add(next.entry);
        places = placed.stream().mapToLong(Placed::place).toArray();
    }

    private record Placed(long place, Entry entry) {
        static final Comparator<Placed> ORDER = ((Comparator<Placed>)
                (one, other) -> Long.compareUnsigned(one.place, other.place)).thenComparing(Placed::entry);

        Placed(Entry entry) {
            this(entry.place(), entry);
        }
    }

    /** Strictly: no tree holds an id twice. */
    static boolean inOrder(Entry one, Entry next) {
        var places = Long.compareUnsigned(one.place(), next.place());
        return places < 0 || places == 0 && one.eventId().compareTo(next.eventId()) < 0;
    }

    Ref root() {
        return ref(Path.ROOT);
    }

    Ref ref(Path path) {
        var known = refs.get(path);
        if (known != null) return known;
        var held = entries(path);
        // Ranges with nothing in them are without number, and not worth a memory.
        if (held.isEmpty()) return Ref.NOTHING;
        var ref = node(path).ref();
        refs.put(path, ref);
        return ref;
    }

    Node node(Path path) {
        var held = entries(path);
        if (held.size() <= Node.LEAF_SIZE || path.isDeepest()) return new Node.Leaf(held);
        return new Node.Inner(path.children().stream().map(this::ref).toList());
    }

    List<Entry> entries(Path path) {
        return entries.subList(firstFrom(path.digits(), false), firstFrom(path.last(), true));
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
