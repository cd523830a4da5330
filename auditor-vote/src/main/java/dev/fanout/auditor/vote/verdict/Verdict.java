package dev.fanout.auditor.vote.verdict;

import dev.fanout.auditor.vote.codec.Encoder;
import dev.fanout.auditor.vote.merkle.ClaimEntry;
import dev.fanout.auditor.vote.merkle.Sha256;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What can be said about a window. Nothing is changed by it: every auditor's claim stands beside the reconciled count.
 *
 * @param auditors whose claims it rests on
 * @param leftOut who was proven to lie, and has no say here
 * @param hosts by name
 * @param disputed events that one auditor holds alone: they do not count
 * @param missed events that count, though an auditor lacks them
 */
public record Verdict(
        long window,
        Standing standing,
        SortedSet<String> auditors,
        Optional<String> leftOut,
        SortedMap<String, HostCount> hosts,
        List<Disputed> disputed,
        List<Missed> missed) {
    /** Of three auditors. It is two of two as well, when one is left out or not here yet. */
    public static final int ENOUGH = 2;

    public enum Standing {
        /** Every honest auditor comes to the same, and stays with it. */
        FINAL,
        /** Two claims are compared; a third one, or a peer's word, can still change it. */
        PROVISIONAL,
        /** Nobody to compare with. */
        ABSENT
    }

    /**
     * One host's views.
     *
     * @param reconciled events that two of the auditors hold
     * @param claimed what each auditor counted
     * @param held how many distinct events each holds; who claims more has counted some of them twice
     * @param majority the count that two claim, if two claim the same: it can be wrong where {@code reconciled} is not
     */
    public record HostCount(
            long reconciled, SortedMap<String, Long> claimed, SortedMap<String, Long> held, OptionalLong majority) {

        public boolean majorityIsWrong() {
            return majority.isPresent() && majority.getAsLong() != reconciled;
        }

        public SortedSet<String> overcounted() {
            var overcounted = new TreeSet<String>();
            claimed.forEach((auditor, count) -> {
                if (count > held.getOrDefault(auditor, 0L)) overcounted.add(auditor);
            });
            return overcounted;
        }

        private void write(Encoder out) {
            out.i64(reconciled).map(claimed, (count, to) -> to.i64(count)).map(held, (count, to) -> to.i64(count));
        }
    }

    public record Disputed(ClaimEntry event, String holder) {
        private void write(Encoder out) {
            event.write(out);
            out.text(holder);
        }
    }

    public record Missed(ClaimEntry event, String auditor) {
        private void write(Encoder out) {
            event.write(out);
            out.text(auditor);
        }
    }

    /** What a ballot commits to. */
    public Sha256 hash() {
        return Sha256.of(Encoder.bytes(out -> out.i64(window).map(hosts, HostCount::write)
                .list(disputed, Disputed::write).list(missed, Missed::write)));
    }
}
