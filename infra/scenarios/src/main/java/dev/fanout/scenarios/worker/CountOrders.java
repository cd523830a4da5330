package dev.fanout.scenarios.worker;

import dev.fanout.events.OrderEvent;
import dev.fanout.messaging.Changes;
import dev.fanout.messaging.Projection;
import dev.fanout.messaging.State;

/** Counts how often each order was heard of. */
final class CountOrders implements Projection<OrderEvent> {
    @Override
    public Changes fold(State state, OrderEvent order) {
        return WorkTables.doneOnceMore(order.orderId());
    }
}
