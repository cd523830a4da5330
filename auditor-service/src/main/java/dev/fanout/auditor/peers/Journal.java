package dev.fanout.auditor.peers;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this auditor has signed and believed, so that it says the same after its next start. */
final class Journal {
    private final Shelf shelf;
    private final Pieces lines;
    /** Nobody knows whether it is kept. It may even be later, when this auditor has read its journal. */
    private @Nullable Line unknown;

    Journal(Shelf shelf) {
        this.shelf = shelf;
        this.lines = shelf.pieces("line");
    }

    private record Line(long window, byte[] content) {}

    /** It is kept when this returns. */
    void keep(long window, byte[] content) {
        unknown = new Line(window, content);
        lines.keep(window, content, shelf.expiry());
        unknown = null;
    }

    /** Of this window all lines are there, and of all later ones. */
    long first() {
        return shelf.calendar().number(shelf.now()) - Shelf.KEPT;
    }

    List<byte[]> linesFrom(long window) {
        if (unknown != null) keep(unknown.window, unknown.content);
        var all = new ArrayList<byte[]>();
        lines.from(window, all::add);
        return all;
    }
}
