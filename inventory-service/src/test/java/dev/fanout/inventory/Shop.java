package dev.fanout.inventory;

import dev.fanout.events.OrderCreated;
import dev.fanout.events.OrderLine;
import dev.fanout.events.OrderStatus;
import dev.fanout.events.OrderUpdated;
import dev.fanout.testing.TestPublisher;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Tells the topic of orders of one line each. */
final class Shop {
    private final TestPublisher publisher;

    Shop(String prefix) {
        publisher = new TestPublisher(prefix);
    }

    void orders(String id, String sku, int quantity) {
        publisher.publish(order(id, sku, quantity));
    }

    /** One of each order, all at once. */
    void orders(String sku, Stream<String> ids) {
        publisher.publish(ids.map(id -> order(id, sku, 1)).toList());
    }

    void tellsThrice(String id, String sku, int quantity) {
        var order = order(id, sku, quantity);
        publisher.publish(order, order, order);
    }

    void cancels(String id, String sku, int quantity) {
        publisher.publish(new OrderUpdated(UUID.randomUUID(), id, 1, BigDecimal.TEN, OrderStatus.CANCELLED,
                List.of(new OrderLine(sku, quantity)), 2, Instant.now()));
    }

    private static OrderCreated order(String id, String sku, int quantity) {
        return new OrderCreated(UUID.randomUUID(), id, 1, BigDecimal.TEN, OrderStatus.PENDING,
                List.of(new OrderLine(sku, quantity)), 1, Instant.now());
    }
}
