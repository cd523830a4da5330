package dev.fanout.analytics;

import dev.fanout.events.OrderEvent;
import dev.fanout.events.OrderStatus;
import dev.fanout.messaging.Changes;
import dev.fanout.messaging.Key;
import dev.fanout.topology.Fanout;
import java.math.BigDecimal;

/** How an order is counted now, so that its next version can be counted as a difference. */
record CountedOrder(long version, OrderStatus status, BigDecimal total) {
    static Key<CountedOrder> key(String orderId) {
        return new Key<>(Fanout.ANALYTICS, "order#" + orderId, CountedOrder.class);
    }

    static CountedOrder of(OrderEvent order) {
        return new CountedOrder(order.version(), order.status(), order.total());
    }

    Changes count(Changes changes) {
        return add(changes, 1);
    }

    Changes discount(Changes changes) {
        return add(changes, -1);
    }

    private Changes add(Changes changes, int sign) {
        var counter = Sums.of(Sums.ORDERS, status.wireName());
        return changes.add(counter, Sums.COUNT, sign)
                .add(counter, Sums.AMOUNT, total.multiply(BigDecimal.valueOf(sign)));
    }
}
