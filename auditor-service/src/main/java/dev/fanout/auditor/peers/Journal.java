package dev.fanout.auditor.peers;

import java.util.List;

/** What this auditor has signed and believed, so that it says the same after its next start. */
final class Journal {
    private final Shelf shelf;
    private final Pieces lines;

    Journal(Shelf shelf) {
        this.shelf = shelf;
        this.lines = shelf.pieces("line");
    }

    /** It is kept when this returns. */
    void keep(long window, byte[] line) {
        lines.keep(window, line, shelf.expiry());
    }

    /** Of the windows that may still be talked about. */
    List<byte[]> lines() {
        return lines.from(shelf.calendar().number(shelf.now()) - 2L * Shelf.KEPT);
    }
}
