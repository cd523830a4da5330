package dev.fanout.publisher.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.events.OrderCreated;
import dev.fanout.events.OrderLine;
import dev.fanout.events.OrderStatus;
import dev.fanout.events.OrderUpdated;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrderTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:15:30.123456789Z");
    private static final Instant LATER = NOW.plusSeconds(1);

    private final Order placed =
            Order.placed(UUID.randomUUID(), 42, new BigDecimal("20"), List.of(new OrderLine("tea", 2)), NOW);

    @Test
    void a_new_order_is_pending_at_version_1() {
        assertThat(placed.status()).isEqualTo(OrderStatus.PENDING);
        assertThat(placed.version()).isEqualTo(1);
        assertThat(placed.total()).isEqualTo(new BigDecimal("20.00"));
        assertThat(placed.createdAt()).isEqualTo("2026-11-21T10:15:30.123Z").isEqualTo(placed.updatedAt());
    }

    @Test
    void equal_skus_are_merged() {
        var lines = List.of(new OrderLine("tea", 2), new OrderLine("cup", 1), new OrderLine("tea", 3));
        assertThat(Order.placed(UUID.randomUUID(), 42, BigDecimal.ONE, lines, NOW).items())
                .containsExactly(new OrderLine("cup", 1), new OrderLine("tea", 5));
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING, CONFIRMED", "PENDING, CANCELLED", "CONFIRMED, SHIPPED", "CONFIRMED, CANCELLED",
    })
    void a_legal_move_is_the_next_version(OrderStatus from, OrderStatus next) {
        var before = at(from);
        assertThat(before.to(next, LATER)).isInstanceOfSatisfying(Order.Move.Moved.class, moved -> {
            assertThat(moved.order().status()).isEqualTo(next);
            assertThat(moved.order().version()).isEqualTo(before.version() + 1);
            assertThat(moved.order().updatedAt()).isEqualTo("2026-11-21T10:15:31.123Z");
            assertThat(moved.order().createdAt()).isEqualTo(before.createdAt());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING, SHIPPED", "CONFIRMED, PENDING", "SHIPPED, PENDING", "SHIPPED, CONFIRMED", "SHIPPED, CANCELLED",
        "CANCELLED, PENDING", "CANCELLED, CONFIRMED", "CANCELLED, SHIPPED",
    })
    void anything_else_is_illegal(OrderStatus from, OrderStatus next) {
        assertThat(at(from).to(next, LATER)).isInstanceOf(Order.Move.Illegal.class);
    }

    @ParameterizedTest
    @EnumSource
    void the_same_status_again_changes_nothing(OrderStatus status) {
        assertThat(at(status).to(status, LATER)).isInstanceOf(Order.Move.AlreadyThere.class);
    }

    @Test
    void the_first_event_tells_the_creation_and_later_ones_the_change() {
        assertThat(placed.event()).isInstanceOf(OrderCreated.class);
        assertThat(((Order.Move.Moved) placed.to(OrderStatus.CONFIRMED, LATER)).order().event())
                .isInstanceOfSatisfying(OrderUpdated.class, event -> {
                    assertThat(event.version()).isEqualTo(2);
                    assertThat(event.status()).isEqualTo(OrderStatus.CONFIRMED);
                    assertThat(event.items()).isEqualTo(placed.items());
                    assertThat(event.timestamp()).isEqualTo("2026-11-21T10:15:31.123Z");
                });
    }

    private Order at(OrderStatus status) {
        return new Order(
                placed.orderId(), 42, placed.total(), status, placed.items(), 3, placed.createdAt(),
                        placed.createdAt());
    }
}
