package dev.fanout.auditor.vote.message;

import dev.fanout.auditor.vote.codec.Decoder;
import dev.fanout.auditor.vote.codec.Encoder;
import java.util.Comparator;

/** Where there is one thing to know in a window, so that two auditors can compare whether they know the same. */
public record StatementSlot(Kind kind, String author) implements Comparable<StatementSlot> {
    private static final Comparator<StatementSlot> ORDER = Comparator.comparing(StatementSlot::kind)
            .thenComparing(StatementSlot::author);

    /** What an author said once, or that it was caught lying. */
    public enum Kind { CLAIM, BALLOT, SETTLEMENT, LIE }

    static StatementSlot read(Decoder in) {
        return new StatementSlot(in.oneOf(Kind.values()), in.text());
    }

    void write(Encoder out) {
        out.u8(kind.ordinal()).text(author);
    }

    @Override
    public int compareTo(StatementSlot other) {
        return ORDER.compare(this, other);
    }
}
