package dev.fanout.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.events.OrderEvent;
import dev.fanout.events.OrderStatus;
import dev.fanout.events.OrderUpdated;
import dev.fanout.messaging.Changes;
import dev.fanout.messaging.State;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CountOrdersTest {
    private static final BigDecimal TOTAL = new BigDecimal("19.98");

    private final CountOrders countOrders = new CountOrders();
    private final State unknown = State.empty().without(CountedOrder.key("o"));

    @Test
    void a_new_order_counts_in_its_status() {
        var changes = countOrders.fold(unknown, order(1, OrderStatus.PENDING));
        assertThat(changes.sums()).isEqualTo(Map.of(
                Sums.of("orders", "pending"), Map.of("count", BigDecimal.ONE, "amount", TOTAL)));
    }

    @Test
    void a_changed_order_moves_from_its_old_status_to_the_new_one() {
        var changes = countOrders.fold(counted(1, OrderStatus.PENDING), order(2, OrderStatus.CONFIRMED));
        assertThat(changes.sums()).isEqualTo(Map.of(
                Sums.of("orders", "pending"), Map.of("count", BigDecimal.ONE.negate(), "amount", TOTAL.negate()),
                Sums.of("orders", "confirmed"), Map.of("count", BigDecimal.ONE, "amount", TOTAL)));
    }

    @Test
    void an_older_version_and_the_same_one_again_count_nothing() {
        var state = counted(2, OrderStatus.CANCELLED);
        assertThat(countOrders.fold(state, order(1, OrderStatus.PENDING))).isEqualTo(Changes.NONE);
        assertThat(countOrders.fold(state, order(2, OrderStatus.CANCELLED))).isEqualTo(Changes.NONE);
    }

    private static State counted(long version, OrderStatus status) {
        return State.empty().with(CountedOrder.key("o"), new CountedOrder(version, status, TOTAL));
    }

    private static OrderEvent order(long version, OrderStatus status) {
        return new OrderUpdated(UUID.randomUUID(), "o", 1, TOTAL, status, List.of(), version, Instant.EPOCH);
    }
}
