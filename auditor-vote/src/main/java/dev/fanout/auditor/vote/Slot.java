package dev.fanout.auditor.vote;

import java.util.Comparator;

/** Where there is one thing to know in a window, so that two auditors can compare whether they know the same. */
record Slot(Kind kind, String author) implements Comparable<Slot> {
    private static final Comparator<Slot> ORDER = Comparator.comparing(Slot::kind).thenComparing(Slot::author);

    /** What an author said once, or that it was caught lying. */
    enum Kind { CLAIM, BALLOT, SETTLEMENT, LIE }

    static Slot read(In in) {
        return new Slot(in.oneOf(Kind.values()), in.text());
    }

    void write(Out out) {
        out.u8(kind.ordinal()).text(author);
    }

    @Override
    public int compareTo(Slot other) {
        return ORDER.compare(this, other);
    }
}
