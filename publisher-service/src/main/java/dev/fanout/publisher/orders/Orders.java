package dev.fanout.publisher.orders;

import dev.fanout.events.OrderStatus;
import dev.fanout.messaging.Page;
import dev.fanout.publisher.outbox.Outbox;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What can be done with orders. What is done is published. */
@Component
class Orders {
    private final OrderStore store;
    private final Outbox outbox;
    private final OrderSettings settings;
    private final Clock clock;

    Orders(OrderStore store, Outbox outbox, OrderSettings settings, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /** What became of a request to place an order. */
    sealed interface Placement {
        record Placed(Order order) implements Placement {}

        /** The same request was answered before. */
        record Replayed(Order order) implements Placement {}

        /** The key was used for another request. */
        record KeyTaken() implements Placement {}
    }

    Placement place(NewOrder request, Optional<String> keyName, String traceparent) {
        var now = clock.instant();
        var order = request.placed(UUID.randomUUID(), now);
        var row = outbox.row(order.event(), traceparent);
        var expires = now.plus(settings.idempotencyLifetime());
        var key = keyName.map(name -> IdempotencyKey.of(name, order, expires));
        var known = store.insert(order, outbox.write(row), key, now);
        if (known.isPresent()) return answered(known.get(), order);
        outbox.committed(row);
        return new Placement.Placed(order);
    }

    private static Placement answered(IdempotencyKey known, Order order) {
        return known.isFor(order) ? new Placement.Replayed(known.answer()) : new Placement.KeyTaken();
    }

    /** What became of a request to move an order. */
    sealed interface Moving {
        record Done(Order order) implements Moving {}

        record Illegal(OrderStatus from) implements Moving {}

        record Missing() implements Moving {}
    }

    Moving move(UUID id, OrderStatus next, String traceparent) {
        var found = store.find(id);
        if (found.isEmpty()) return new Moving.Missing();
        var order = found.get();
        return switch (order.to(next, clock.instant())) {
            case Order.Move.AlreadyThere _ -> new Moving.Done(order);
            case Order.Move.Illegal _ -> new Moving.Illegal(order.status());
            // Where somebody was faster, what he did decides. It ends, because an order has but three moves.
            case Order.Move.Moved moved ->
                saved(moved.order(), traceparent)
                        ? new Moving.Done(moved.order())
                        : move(id, next, traceparent);
        };
    }

    private boolean saved(Order order, String traceparent) {
        var row = outbox.row(order.event(), traceparent);
        var saved = store.update(order, outbox.write(row));
        if (saved) outbox.committed(row);
        return saved;
    }

    Optional<Order> find(UUID id) {
        return store.find(id);
    }

    Page<Order> ofUser(long userId, Optional<OrderRow.Place> after, int limit) {
        return store.ofUser(userId, after, limit);
    }
}
