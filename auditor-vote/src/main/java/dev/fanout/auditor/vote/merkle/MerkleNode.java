package dev.fanout.auditor.vote.merkle;

import dev.fanout.auditor.vote.codec.Decoder;
import dev.fanout.auditor.vote.codec.Encoder;
import dev.fanout.auditor.vote.codec.Limits;
import java.util.ArrayList;
import java.util.List;

/**
 * A range of a claim, opened: its events where they are few, else the hashes of its sixteen parts. A set of events has
 * one tree only, so whoever signs a node of any other shape has lied.
 */
public sealed interface MerkleNode {
    int LEAF_SIZE = 8;

    long size();

    /** Whether it is a node of a tree at all, at this place in it. */
    boolean belongsAt(KeyRange range);

    void write(Encoder out);

    default MerkleRef ref() {
        return new MerkleRef((int) Math.min(size(), Integer.MAX_VALUE), Sha256.of(Encoder.bytes(this::write)));
    }

    /** Whether it is what the range above it has committed to. */
    default boolean opens(MerkleRef ref, KeyRange range) {
        return belongsAt(range) && ref().equals(ref);
    }

    static MerkleNode read(Decoder in) {
        var kind = in.u8();
        Decoder.check(kind <= 1, "a node of kind " + kind);
        return kind == 0 ? new Leaf(in.list(Limits.ASKED, ClaimEntry::read)) : Inner.readParts(in);
    }

    /** @param entries in the order of their places */
    record Leaf(List<ClaimEntry> entries) implements MerkleNode {
        @Override
        public long size() {
            return entries.size();
        }

        @Override
        public boolean belongsAt(KeyRange range) {
            var fits = entries.size() <= LEAF_SIZE || range.isDeepest();
            for (var i = 1; fits && i < entries.size(); i++) fits =
                    MerkleTree.inOrder(entries.get(i - 1), entries.get(i));
            return fits && entries.stream().allMatch(entry -> range.covers(entry.place()));
        }

        @Override
        public void write(Encoder out) {
            out.u8(0).list(entries, ClaimEntry::write);
        }
    }

    /** @param parts sixteen, {@link MerkleRef#NOTHING} where nothing is */
    record Inner(List<MerkleRef> parts) implements MerkleNode {
        @Override
        public long size() {
            return parts.stream().mapToLong(MerkleRef::count).sum();
        }

        @Override
        public boolean belongsAt(KeyRange range) {
            return !range.isDeepest() && size() > LEAF_SIZE;
        }

        @Override
        public void write(Encoder out) {
            out.u8(1);
            parts.forEach(part -> out.flag(part.count() > 0));
            parts.stream().filter(part -> part.count() > 0).forEach(part -> part.write(out));
        }

        private static Inner readParts(Decoder in) {
            var present = new ArrayList<Boolean>();
            for (var i = 0; i < KeyRange.FANOUT; i++) present.add(in.flag());
            return new Inner(present.stream().map(here -> here ? part(in) : MerkleRef.NOTHING).toList());
        }

        private static MerkleRef part(Decoder in) {
            var part = MerkleRef.read(in);
            Decoder.check(part.count() > 0, "a part with nothing in it");
            return part;
        }
    }
}
