package dev.fanout.events;

import java.util.List;
import java.util.TreeMap;

/** The lines of an order. */
public final class OrderLines {
    private OrderLines() {}

    /**
     * The same lines with equal SKUs merged, by SKU.
     *
     * @throws IllegalArgumentException where there are too many lines, or too many pieces of one SKU
     */
    public static List<OrderLine> merged(List<OrderLine> lines) {
        RequiredFields.that(lines.size() <= FieldRules.MAX_LINES, "items",
                "must have at most " + FieldRules.MAX_LINES + " lines");
        var quantities = new TreeMap<String, Integer>();
        lines.forEach(line -> quantities.merge(line.sku(), line.quantity(), Math::addExact));
        return quantities.entrySet().stream().map(e -> new OrderLine(e.getKey(), e.getValue())).toList();
    }
}
