package dev.fanout.auditor.vote.message;

import dev.fanout.auditor.vote.codec.Decoder;
import dev.fanout.auditor.vote.codec.Encoder;
import dev.fanout.auditor.vote.codec.Limits;
import dev.fanout.auditor.vote.merkle.KeyRange;
import dev.fanout.auditor.vote.merkle.MerkleNode;
import dev.fanout.auditor.vote.merkle.MerkleRef;
import dev.fanout.auditor.vote.merkle.Sha256;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an auditor signs: it stands by it, for this window, forever. */
public sealed interface Statement {

    long window();

    String author();

    void write(Encoder out);

    /**
     * What I counted, and what I hold.
     *
     * @param counts as the auditor counts; they may say more than the events do
     * @param root of the tree of its events
     */
    record Claim(long window, String author, SortedMap<String, Long> counts, MerkleRef root) implements Statement {

        /** As many hosts as a message may carry. */
        public static SortedMap<String, Long> asManyAsFit(SortedMap<String, Long> counts) {
            var fitting = new TreeMap<String, Long>();
            var size = 0;
            for (var count : counts.entrySet()) {
                size += 10 + 3 * count.getKey().length();
                if (size > Limits.CLAIMED_HOSTS_BYTES) break;
                fitting.merge(Encoder.asSent(count.getKey()), count.getValue(), Long::sum);
            }
            return fitting;
        }

        private static Claim read(Decoder in, long window, String author) {
            return new Claim(window, author, in.map(Limits.CLAIMED_HOSTS_BYTES, Decoder::i64), MerkleRef.read(in));
        }

        @Override
        public void write(Encoder out) {
            root.write(out.map(counts, (count, to) -> to.i64(count)));
        }
    }

    /**
     * I have these three claims, have seen all that they stand for, and come to this verdict. Cast once, and it holds
     * its author: there is no other ballot in this window.
     */
    record Ballot(long window, String author, SortedMap<String, Sha256> claims, Sha256 verdict) implements Statement {

        public boolean agreesWith(Ballot other) {
            return claims.equals(other.claims) && verdict.equals(other.verdict);
        }

        private static Ballot read(Decoder in, long window, String author) {
            return new Ballot(window, author, in.map(3, Sha256::read), Sha256.read(in));
        }

        @Override
        public void write(Encoder out) {
            verdict.write(out.map(claims, Sha256::write));
        }
    }

    /**
     * I have proof that one of us lies, and from now on decide with the other one only.
     *
     * @param decided whether all three ballots had agreed before
     */
    record Settlement(long window, String author, String accused, boolean decided) implements Statement {

        private static Settlement read(Decoder in, long window, String author) {
            return new Settlement(window, author, in.text(), in.flag());
        }

        @Override
        public void write(Encoder out) {
            out.text(accused).flag(decided);
        }
    }

    /** My claim, opened at these places. */
    record Page(long window, String author, List<Opened> nodes) implements Statement {

        public boolean isTrue() {
            return nodes.stream().allMatch(opened -> opened.node.opens(opened.ref, opened.range));
        }

        private static Page read(Decoder in, long window, String author) {
            return new Page(window, author, in.list(Limits.ASKED, Opened::read));
        }

        @Override
        public void write(Encoder out) {
            out.list(nodes, Opened::write);
        }
    }

    /** @param ref what the author says that the node opens */
    record Opened(KeyRange range, MerkleRef ref, MerkleNode node) {
        private static Opened read(Decoder in) {
            return new Opened(KeyRange.read(in), MerkleRef.read(in), MerkleNode.read(in));
        }

        private void write(Encoder out) {
            range.write(out);
            ref.write(out);
            node.write(out);
        }
    }

    /** Of the first three, an auditor says one a window, and not two different ones. */
    enum Kind { CLAIM, BALLOT, SETTLEMENT, PAGE }

    default Kind kind() {
        return switch (this) {
            case Claim _ -> Kind.CLAIM;
            case Ballot _ -> Kind.BALLOT;
            case Settlement _ -> Kind.SETTLEMENT;
            case Page _ -> Kind.PAGE;
        };
    }

    /** What is signed: window and author are in it, so no statement can be moved to another. */
    default byte[] body() {
        return Encoder.bytes(out -> write(out.u8(kind().ordinal()).i64(window()).text(author())));
    }

    static Statement read(Decoder in) {
        var kind = in.oneOf(Kind.values());
        var window = in.i64();
        var author = in.text();
        return switch (kind) {
            case CLAIM -> Claim.read(in, window, author);
            case BALLOT -> Ballot.read(in, window, author);
            case SETTLEMENT -> Settlement.read(in, window, author);
            case PAGE -> Page.read(in, window, author);
        };
    }
}
