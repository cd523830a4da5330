package dev.fanout.events;

import java.util.List;
import java.util.TreeMap;

/** The rules for the lines of an order. */
public final class Items {
    /** With its reservation and its marker, an order of 50 lines still fits in one transaction of 100 items. */
    public static final int MAX_LINES = 50;

    /** What a SKU may be: it stands in paths and keys. */
    public static final String SKU = "[A-Za-z0-9._-]{1,64}";

    private Items() {}

    /** The same lines with equal SKUs merged, by SKU. */
    public static List<Item> merged(List<Item> lines) {
        Required.that(lines.size() <= MAX_LINES, "items", "must have at most " + MAX_LINES + " lines");
        var quantities = new TreeMap<String, Integer>();
        lines.forEach(line -> quantities.merge(line.sku(), line.quantity(), Math::addExact));
        return quantities.entrySet().stream().map(e -> new Item(e.getKey(), e.getValue())).toList();
    }
}
