package dev.fanout.cli.up.process;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** Remembers the end of what a program says, without stack frames: they would push the causes out. */
final class LastLines {
    private static final int LIMIT = 20;
    private static final Pattern STACK_FRAME = Pattern.compile("\\s+(at .+\\(.*|\\.\\.\\. \\d+ .*)");

    private final Deque<String> lines = new ArrayDeque<>();

    synchronized void add(String line) {
        if (line.isBlank() || STACK_FRAME.matcher(line).matches()) return;
        if (lines.size() == LIMIT) lines.removeFirst();
        lines.addLast(line);
    }

    synchronized List<String> all() {
        return List.copyOf(lines);
    }
}
