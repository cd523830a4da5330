package dev.fanout.messaging.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.events.OrderEvent;
import dev.fanout.messaging.Changes;
import dev.fanout.messaging.Counter;
import dev.fanout.messaging.Projection;
import dev.fanout.topology.Fanout;
import org.junit.jupiter.api.Test;

class SumTest {
    private final Workshop workshop = new Workshop();
    private final Projection<OrderEvent> count =
            (_, order) -> Changes.NONE.add(counter(order.orderId().replace(':', '~')), "orders", 1);

    @Test
    void a_counter_is_not_mistaken_for_others_whose_names_begin_alike() throws Exception {
        workshop.pipeline(count).receive(workshop.deliveries(
                Orders.of("tea", 1), Orders.of("tea", 2), Orders.of("teapot", 1), Orders.of("tea:pot", 1)));
        assertThat(workshop.state().sum(counter("tea"), "orders")).isEqualByComparingTo("2");
    }

    @Test
    void what_nobody_added_to_is_zero() throws Exception {
        workshop.pipeline(count).receive(workshop.deliveries(Orders.of("tea", 1)));
        assertThat(workshop.state().sum(counter("coffee"), "orders")).isZero();
        assertThat(workshop.state().sum(counter("tea"), "cups")).isZero();
    }

    private static Counter counter(String name) {
        return new Counter(Fanout.INVENTORY, "sums", name);
    }
}
