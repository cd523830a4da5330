package dev.fanout.cli.up;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Remembers the end of what a program says. */
final class LastLines {
    private static final int LIMIT = 20;

    private final Deque<String> lines = new ArrayDeque<>();

    synchronized void add(String line) {
        if (lines.size() == LIMIT) lines.removeFirst();
        lines.addLast(line);
    }

    synchronized List<String> all() {
        return List.copyOf(lines);
    }
}
