package dev.fanout.auditor.vote;

import java.util.List;

/** Commits to a range of a claim: how many events are in it, and the hash of its {@link Node}. */
record Ref(int count, Hash hash) {
    static final Ref NOTHING = new Node.Leaf(List.of()).ref();

    static Ref read(In in) {
        var ref = new Ref(in.i32(), Hash.read(in));
        In.check(ref.count >= 0 && ref.count <= Limits.EVENTS, "a range of " + ref.count + " events");
        return ref;
    }

    void write(Out out) {
        hash.write(out.i32(count));
    }
}
