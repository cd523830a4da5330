package dev.fanout.messaging.crash;

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

/** Lists a user's orders in one item and counts them in a sum: an effect too many shows in both. */
class Accounts implements Projection<OrderEvent> {
    private int refused;

    record Account(List<String> orders) {}

    static List<String> ordersOf(StateStore state, long user) {
        return state.find(account(user)).map(Account::orders).orElse(List.of());
    }

    static long sumOf(StateStore state, long user) {
        return state.sum(counter(user), "orders").longValueExact();
    }

    private static Key<Account> account(long user) {
        return new Key<>(Fanout.INVENTORY, "account#" + user, Account.class);
    }

    private static Counter counter(long user) {
        return new Counter(Fanout.INVENTORY, "account sums", "user#" + user);
    }

    /** How often an event was refused: each may be charged as an attempt, and nothing else. */
    int refused() {
        return refused;
    }

    @Override
    public Set<Key<?>> itemsOf(OrderEvent order) {
        return Set.of(account(order.userId()));
    }

    @Override
    public Changes fold(State state, OrderEvent order) {
        if (order.orderId().startsWith("bad")) {
            refused++;
            throw new IllegalArgumentException("cannot count " + order.orderId());
        }
        var orders = new ArrayList<>(state.find(account(order.userId())).map(Account::orders).orElse(List.of()));
        orders.add(order.orderId());
        return Changes.NONE
                .put(account(order.userId()), new Account(List.copyOf(orders)))
                .add(counter(order.userId()), "orders", 1);
    }

    /** Two events about one order are the same fact. */
    static final class OnePerOrder extends Accounts {
        @Override
        public Optional<String> businessKey(OrderEvent order) {
            return Optional.of(order.orderId());
        }
    }

    /** Each event has a row of its own, which is its marker. */
    static final class Ledger extends Accounts {
        record Entry(String order) {}

        @Override
        public Changes fold(State state, OrderEvent order) {
            var row = new Key<>(Fanout.INVENTORY, "entry#" + order.userId() + order.eventId(), Entry.class);
            return super.fold(state, order).insert(row, new Entry(order.orderId()));
        }
    }
}
