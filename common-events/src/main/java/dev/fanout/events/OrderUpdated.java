package dev.fanout.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An order changed. */
public record OrderUpdated(
        UUID eventId,
        String orderId,
        long userId,
        BigDecimal total,
        OrderStatus status,
        List<Item> items,
        long version,
        Instant timestamp)
        implements OrderEvent {

    public OrderUpdated {
        Required.eventId(eventId);
        Required.id(orderId, "order_id");
        Required.that(userId > 0, "user_id", "must be positive");
        total = Required.money(total, "total");
        Required.present(status, "status");
        items = Required.lines(items);
        Required.that(version >= 1, "version", "must be at least 1");
        Required.time(timestamp);
    }
}
