package dev.fanout.events;

import java.math.BigDecimal;
import java.util.List;

/** Something that happened to an order. It carries the whole state of the order at its version. */
public sealed interface OrderEvent extends Event permits OrderCreated, OrderUpdated {
    String orderId();

    /** Positive. */
    long userId();

    /** In the shop's currency, not negative, two decimal places. */
    BigDecimal total();

    OrderStatus status();

    /** At most {@link FieldRules#MAX_LINES}, each SKU once; may be empty. */
    List<OrderLine> items();

    /** 1 for the creation, then one more for each change: the order of the facts, whatever the order of arrival. */
    long version();
}
