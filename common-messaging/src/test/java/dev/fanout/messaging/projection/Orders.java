package dev.fanout.messaging.projection;

import dev.fanout.events.OrderCreated;
import dev.fanout.events.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Events for tests: who orders (the account that counts) and what it is called. */
public final class Orders {
    private Orders() {}

    public static OrderCreated of(String name, long user) {
        return of(UUID.randomUUID(), name, user, Workshop.NOON);
    }

    public static OrderCreated of(UUID id, String name, long user, Instant at) {
        return new OrderCreated(id, name, user, BigDecimal.ONE, OrderStatus.PENDING, List.of(), 1, at);
    }
}
