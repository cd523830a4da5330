package dev.fanout.publisher.orders;

import dev.fanout.events.OrderCreated;
import dev.fanout.events.OrderEvent;
import dev.fanout.events.OrderLine;
import dev.fanout.events.OrderLines;
import dev.fanout.events.OrderStatus;
import dev.fanout.events.OrderUpdated;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * An order as it stands. It never changes: a move makes the next version.
 *
 * @param total two decimal places
 * @param items each SKU once
 * @param version counts its events
 */
record Order(
        UUID orderId,
        long userId,
        BigDecimal total,
        OrderStatus status,
        List<OrderLine> items,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static Order placed(UUID id, long userId, BigDecimal total, List<OrderLine> items, Instant now) {
        var time = now.truncatedTo(ChronoUnit.MILLIS);
        var exact = total.setScale(2, RoundingMode.UNNECESSARY);
        return new Order(id, userId, exact, OrderStatus.PENDING, OrderLines.merged(items), 1, time, time);
    }

    /** What became of a wish to move an order. */
    sealed interface Move {
        record Moved(Order order) implements Move {}

        record AlreadyThere() implements Move {}

        record Illegal() implements Move {}
    }

    Move to(OrderStatus next, Instant now) {
        if (next == status) return new Move.AlreadyThere();
        if (!status.mayBecome(next)) return new Move.Illegal();
        var time = now.truncatedTo(ChronoUnit.MILLIS);
        return new Move.Moved(new Order(orderId, userId, total, next, items, version + 1, createdAt, time));
    }

    /** What is told of this version. */
    OrderEvent event() {
        var eventId = UUID.randomUUID();
        var id = orderId.toString();
        return version == 1
                ? new OrderCreated(eventId, id, userId, total, status, items, version, updatedAt)
                : new OrderUpdated(eventId, id, userId, total, status, items, version, updatedAt);
    }
}
