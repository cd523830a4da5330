package dev.fanout.auditor.vote;

import java.util.ArrayList;
import java.util.List;

/**
 * A range of a claim, opened: its events where they are few, else the hashes of its sixteen parts. A set of events has
 * one tree only, so whoever signs a node of any other shape has lied.
 */
sealed interface Node {
    int LEAF_SIZE = 8;

    long size();

    /** Whether it is a node of a tree at all, at this place in it. */
    boolean belongsAt(Path path);

    void write(Out out);

    default Ref ref() {
        return new Ref((int) Math.min(size(), Integer.MAX_VALUE), Hash.of(Out.bytes(this::write)));
    }

    /** Whether it is what the range above it has committed to. */
    default boolean opens(Ref ref, Path path) {
        return belongsAt(path) && ref().equals(ref);
    }

    static Node read(In in) {
        var kind = in.u8();
        In.check(kind <= 1, "a node of kind " + kind);
        return kind == 0 ? new Leaf(in.list(Limits.ASKED, Entry::read)) : Inner.readParts(in);
    }

    /** @param entries in the order of their places */
    record Leaf(List<Entry> entries) implements Node {
        @Override
        public long size() {
            return entries.size();
        }

        @Override
        public boolean belongsAt(Path path) {
            var fits = entries.size() <= LEAF_SIZE || path.isDeepest();
            for (var i = 1; fits && i < entries.size(); i++) fits = Tree.inOrder(entries.get(i - 1), entries.get(i));
            return fits && entries.stream().allMatch(entry -> path.covers(entry.place()));
        }

        @Override
        public void write(Out out) {
            out.u8(0).list(entries, Entry::write);
        }
    }

    /** @param parts sixteen, {@link Ref#NOTHING} where nothing is */
    record Inner(List<Ref> parts) implements Node {
        @Override
        public long size() {
            return parts.stream().mapToLong(Ref::count).sum();
        }

        @Override
        public boolean belongsAt(Path path) {
            return !path.isDeepest() && size() > LEAF_SIZE;
        }

        @Override
        public void write(Out out) {
            out.u8(1);
            parts.forEach(part -> out.flag(part.count() > 0));
            parts.stream().filter(part -> part.count() > 0).forEach(part -> part.write(out));
        }

        private static Inner readParts(In in) {
            var present = new ArrayList<Boolean>();
            for (var i = 0; i < Path.FANOUT; i++) present.add(in.flag());
            return new Inner(present.stream().map(here -> here ? part(in) : Ref.NOTHING).toList());
        }

        private static Ref part(In in) {
            var part = Ref.read(in);
            In.check(part.count() > 0, "a part with nothing in it");
            return part;
        }
    }
}
