package dev.fanout.messaging.projection;

import dev.fanout.events.OrderEvent;
import dev.fanout.messaging.Changes;
import dev.fanout.messaging.Counter;
import dev.fanout.messaging.Key;
import dev.fanout.messaging.Projection;
import dev.fanout.messaging.State;
import dev.fanout.messaging.StateStore;
import dev.fanout.topology.Fanout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists a user's orders in one item, and sums them in a counter. Orders named "bad…" are refused by it. */
class CountByUser implements Projection<OrderEvent> {
    record Account(List<String> orders) {}

    static Key<Account> account(long user) {
        return new Key<>(Fanout.INVENTORY, "user#" + user, Account.class);
    }

    static Counter counter(long user) {
        return new Counter(Fanout.INVENTORY, "sums", "user#" + user);
    }

    static List<String> ordersOf(StateStore state, long user) {
        return state.find(account(user)).map(Account::orders).orElse(List.of());
    }

    static long sumOf(StateStore state, long user) {
        return state.sum(counter(user), "orders").longValueExact();
    }

    @Override
    public Set<Key<?>> itemsOf(OrderEvent order) {
        return Set.of(account(order.userId()));
    }

    @Override
    public Changes fold(State state, OrderEvent order) {
        if (order.orderId().startsWith("bad")) throw new IllegalArgumentException("cannot count " + order.orderId());
        var orders = new ArrayList<>(state.find(account(order.userId())).map(Account::orders).orElse(List.of()));
        orders.add(order.orderId());
        return Changes.NONE
                .put(account(order.userId()), new Account(List.copyOf(orders)))
                .add(counter(order.userId()), "orders", 1);
    }

    /** As its parent; two events about the same version of an order are one business fact. */
    static class ByVersion extends CountByUser {
        @Override
        public Optional<String> businessKey(OrderEvent order) {
            return Optional.of(order.orderId() + "#" + order.version());
        }
    }
}
