package dev.fanout.events;

/**
 * One line of an order.
 *
 * @param sku what is ordered
 * @param quantity pieces, 1 to {@link FieldRules#MAX_QUANTITY}
 */
public record Item(String sku, int quantity) {
    public Item {
        Required.sku(sku);
        Required.that(quantity >= 1, "quantity", "must be at least 1");
        Required.that(quantity <= FieldRules.MAX_QUANTITY, "quantity", "must be at most " + FieldRules.MAX_QUANTITY);
    }
}
