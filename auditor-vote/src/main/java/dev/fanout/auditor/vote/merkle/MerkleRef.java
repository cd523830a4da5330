package dev.fanout.auditor.vote.merkle;

import dev.fanout.auditor.vote.codec.Decoder;
import dev.fanout.auditor.vote.codec.Encoder;
import dev.fanout.auditor.vote.codec.Limits;
import java.util.List;

/** Commits to a range of a claim: how many events are in it, and the hash of its {@link MerkleNode}. */
public record MerkleRef(int count, Sha256 hash) {
    public static final MerkleRef NOTHING = new MerkleNode.Leaf(List.of()).ref();

    public static MerkleRef read(Decoder in) {
        var ref = new MerkleRef(in.i32(), Sha256.read(in));
        Decoder.check(ref.count >= 0 && ref.count <= Limits.EVENTS, "a range of " + ref.count + " events");
        return ref;
    }

    public void write(Encoder out) {
        hash.write(out.i32(count));
    }
}
