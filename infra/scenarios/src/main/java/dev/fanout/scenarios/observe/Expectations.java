package dev.fanout.scenarios.observe;

import dev.fanout.cli.console.Colour;
import dev.fanout.cli.console.Table;
import dev.fanout.cli.console.Terminal;
import java.util.ArrayList;
import java.util.List;

/** What a scenario expects beside what it has observed, row by row. */
public final class Expectations {
    private record Row(String what, String expected, String observed, boolean holds) {}

    private final List<Row> rows = new ArrayList<>();

    public Expectations same(String what, Object expected, Object observed) {
        return row(what, String.valueOf(expected), observed, expected.equals(observed));
    }

    /** Numbers, whatever their types. */
    public Expectations same(String what, long expected, long observed) {
        return row(what, String.valueOf(expected), observed, expected == observed);
    }

    public Expectations atLeast(String what, long expected, long observed) {
        return row(what, "at least " + expected, observed, observed >= expected);
    }

    public Expectations atMost(String what, long expected, long observed) {
        return row(what, "at most " + expected, observed, observed <= expected);
    }

    private Expectations row(String what, String expected, Object observed, boolean holds) {
        rows.add(new Row(what, expected, String.valueOf(observed), holds));
        return this;
    }

    public boolean hold() {
        return rows.stream().allMatch(Row::holds);
    }

    public List<String> lines(Terminal terminal) {
        var table = new Table("", "expected", "observed", "");
        rows.forEach(row -> table.row(row.what(), row.expected(), row.observed(), row.holds() ? "ok" : "DIFFERS"));
        return table.lines().stream()
                .map(line -> line.endsWith("DIFFERS") ? terminal.in(Colour.RED, line) : line)
                .toList();
    }
}
