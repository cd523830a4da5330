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
        List<OrderLine> items,
        long version,
        Instant timestamp)
        implements OrderEvent {

    public OrderUpdated {
        RequiredFields.eventId(eventId);
        RequiredFields.id(orderId, "order_id");
        RequiredFields.that(userId > 0, "user_id", "must be positive");
        total = RequiredFields.money(total, "total");
        RequiredFields.present(status, "status");
        items = RequiredFields.lines(items);
        RequiredFields.that(version >= 1, "version", "must be at least 1");
        RequiredFields.time(timestamp);
    }
}
