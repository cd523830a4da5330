package dev.fanout.messaging.projection;

import dev.fanout.events.OrderEvent;
import dev.fanout.messaging.Changes;
import dev.fanout.messaging.Key;
import dev.fanout.messaging.Projection;
import dev.fanout.messaging.State;
import dev.fanout.topology.Fanout;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes as many items as the order is called. */
final class TouchMany implements Projection<OrderEvent> {
    record Touched(String by) {}

    private static Key<Touched> key(int number) {
        return new Key<>(Fanout.INVENTORY, "touched#" + number, Touched.class);
    }

    @Override
    public Set<Key<?>> itemsOf(OrderEvent order) {
        return IntStream.range(0, Integer.parseInt(order.orderId())).mapToObj(TouchMany::key)
                .collect(Collectors.toSet());
    }

    @Override
    public Changes fold(State state, OrderEvent order) {
        var changes = Changes.NONE;
        for (int i = 0; i < Integer.parseInt(order.orderId()); i++)
            changes = changes.put(key(i), new Touched(order.orderId()));
        return changes;
    }
}
