package dev.fanout.cli.validate;

import dev.fanout.cli.console.Table;
import java.util.List;

/** One line for what is right or missing, one for each difference. */
final class Report {

    private Report() {}

    static List<String> of(List<Checked> all) {
        var table = new Table("kind", "name", "is", "attribute", "wanted", "found");
        all.forEach(checked -> add(checked, table));
        return table.lines();
    }

    private static void add(Checked checked, Table table) {
        var kind = checked.kind();
        var name = checked.name();
        if (!checked.there()) table.row(kind, name, "missing", "", "", "");
        else if (checked.right()) table.row(kind, name, "right", "", "", "");
        for (var difference : checked.differences())
            table.row(kind, name, "different", difference.what(), difference.wanted(), difference.found());
    }
}
