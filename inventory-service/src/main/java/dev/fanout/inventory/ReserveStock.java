package dev.fanout.inventory;

import dev.fanout.events.OrderEvent;
import dev.fanout.events.OrderLine;
import dev.fanout.messaging.Changes;
import dev.fanout.messaging.Key;
import dev.fanout.messaging.Projection;
import dev.fanout.messaging.State;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Keeps the stock in step with the orders. Each event carries its whole order, so only the newest version that was seen
 * counts: what the order held so far is given back, and what it needs now is taken, in one step. A cancellation that
 * comes first thus leaves a reservation that later, older events find already settled.
 */
@Component
class ReserveStock implements Projection<OrderEvent> {
    @Override
    public Set<Key<?>> itemsOf(OrderEvent order) {
        var items = new HashSet<Key<?>>();
        items.add(Reservation.key(order.orderId()));
        order.items().forEach(line -> items.add(Stock.key(line.sku())));
        return items;
    }

    @Override
    public Changes fold(State state, OrderEvent order) {
        var before = state.find(Reservation.key(order.orderId()));
        if (before.filter(known -> known.knows(order.version())).isPresent()) return Changes.NONE;
        var changes = new StockChanges(state);
        before.map(Reservation::lines).orElse(List.of()).forEach(changes::giveBack);
        var lines = order.items().stream().map(item -> settle(changes, order, item)).toList();
        var after = new Reservation(order.orderId(), order.version(), order.status(), lines);
        return changes.changes().put(Reservation.key(order.orderId()), after);
    }

    private static Reservation.Line settle(StockChanges changes, OrderEvent order, OrderLine item) {
        var outcome = switch (order.status()) {
            case PENDING, CONFIRMED -> changes.reserve(item);
            case SHIPPED -> changes.ship(item);
            case CANCELLED -> LineOutcome.RELEASED;
        };
        return new Reservation.Line(item.sku(), item.quantity(), outcome);
    }
}
