package dev.fanout.events;

/**
 * One line of an order.
 *
 * @param sku what is ordered
 * @param quantity pieces, at least 1
 */
public record Item(String sku, int quantity) {
    public Item {
        Required.text(sku, "sku");
        Required.that(quantity >= 1, "quantity", "must be at least 1");
    }
}
