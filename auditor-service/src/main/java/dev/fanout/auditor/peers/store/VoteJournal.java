package dev.fanout.auditor.peers.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this auditor has signed and believed, so that it says the same after its next start. */
public final class VoteJournal {
    private final VoteTable table;
    private final ChunkedStore lines;
    /** Nobody knows whether it is kept. It may even be later, when this auditor has read its journal. */
    private @Nullable Line unknown;

    public VoteJournal(VoteTable table) {
        this.table = table;
        this.lines = table.pieces("line");
    }

    private record Line(long window, byte[] content) {}

    /** It is kept when this returns. */
    public void keep(long window, byte[] content) {
        unknown = new Line(window, content);
        lines.keep(window, content, table.expiry());
        unknown = null;
    }

    /** Of this window all lines are there, and of all later ones. */
    public long first() {
        return table.calendar().number(table.now()) - VoteTable.KEPT;
    }

    public List<byte[]> linesFrom(long window) {
        if (unknown != null) keep(unknown.window, unknown.content);
        var all = new ArrayList<byte[]>();
        lines.from(window, all::add);
        return all;
    }
}
