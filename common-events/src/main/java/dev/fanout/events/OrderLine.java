package dev.fanout.events;

/**
 * One line of an order.
 *
 * @param sku what is ordered
 * @param quantity pieces, 1 to {@link FieldRules#MAX_QUANTITY}
 */
public record OrderLine(String sku, int quantity) {
    public OrderLine {
        RequiredFields.sku(sku);
        RequiredFields.that(quantity >= 1, "quantity", "must be at least 1");
        RequiredFields.that(quantity <= FieldRules.MAX_QUANTITY, "quantity",
                "must be at most " + FieldRules.MAX_QUANTITY);
    }
}
