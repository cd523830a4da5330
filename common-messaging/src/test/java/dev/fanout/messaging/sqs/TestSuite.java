package dev.fanout.messaging.sqs;

import dev.fanout.events.OrderEvent;
import dev.fanout.events.ViewRecorded;
import dev.fanout.messaging.Changes;
import dev.fanout.messaging.Key;
import dev.fanout.messaging.Projection;
import dev.fanout.messaging.State;
import dev.fanout.topology.Fanout;
import dev.fanout.topology.Service;
import dev.fanout.topology.Subscription;
import dev.fanout.topology.Table;
import dev.fanout.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A subscriber that lists what it sees, on a standard and on a FIFO queue; orders and contents named "bad" fail. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class TestSuite {
    static final Table SEEN =
            new Table("seen", new Table.Keys("pk", Optional.of("sk")), Optional.empty(), List.of());
    static final Subscription ORDERS = new Subscription("tester", Fanout.ORDER_EVENTS, false, Map.of(), 2);
    static final Subscription VIEWS = new Subscription("tester", Fanout.VIEW_EVENTS, true, Map.of(), 2);

    record Seen(List<String> names) {}

    static Key<Seen> seen(String by) {
        return new Key<>(SEEN, by, Seen.class);
    }

    @Bean
    Topology topology() {
        var tester = Service.service("tester", 0).subscribesTo(ORDERS).subscribesTo(VIEWS).ownsTables(SEEN);
        return new Topology(List.of(tester), List.of(Fanout.MESSAGE_COMPLETED, Fanout.MESSAGE_STATUS));
    }

    @Bean
    Projection<OrderEvent> seeOrders() {
        return new SeeOrders();
    }

    @Bean
    Projection<ViewRecorded> seeViews() {
        return new SeeViews();
    }

    private static final class SeeOrders implements Projection<OrderEvent> {
        @Override
        public Set<Key<?>> itemsOf(OrderEvent order) {
            return Set.of(seen("orders"));
        }

        @Override
        public Changes fold(State state, OrderEvent order) {
            return see(state, "orders", order.orderId());
        }
    }

    private static final class SeeViews implements Projection<ViewRecorded> {
        @Override
        public Set<Key<?>> itemsOf(ViewRecorded view) {
            return Set.of(seen(view.hostId()));
        }

        @Override
        public Changes fold(State state, ViewRecorded view) {
            return see(state, view.hostId(), view.contentId());
        }
    }

    private static Changes see(State state, String by, String name) {
        if (name.startsWith("bad")) throw new IllegalArgumentException("cannot see " + name);
        var names = new ArrayList<>(state.find(seen(by)).map(Seen::names).orElse(List.of()));
        names.add(name);
        return Changes.NONE.put(seen(by), new Seen(List.copyOf(names)));
    }
}
