package dev.fanout.analytics;

import dev.fanout.events.OrderEvent;
import dev.fanout.messaging.Changes;
import dev.fanout.messaging.Key;
import dev.fanout.messaging.Projection;
import dev.fanout.messaging.State;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Counts each order once, by the status of the newest version that was seen. */
@Component
class CountOrders implements Projection<OrderEvent> {
    @Override
    public Set<Key<?>> itemsOf(OrderEvent order) {
        return Set.of(CountedOrder.key(order.orderId()));
    }

    @Override
    public Changes fold(State state, OrderEvent order) {
        var key = CountedOrder.key(order.orderId());
        var before = state.find(key);
        if (before.filter(known -> known.version() >= order.version()).isPresent()) return Changes.NONE;
        var after = CountedOrder.of(order);
        var difference = after.count(before.map(known -> known.discount(Changes.NONE)).orElse(Changes.NONE));
        return difference.put(key, after);
    }
}
