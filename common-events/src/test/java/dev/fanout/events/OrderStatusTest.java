package dev.fanout.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderStatusTest {
    @ParameterizedTest
    @CsvSource({
        "PENDING, CONFIRMED, true", "PENDING, CANCELLED, true", "PENDING, SHIPPED, false",
        "CONFIRMED, SHIPPED, true", "CONFIRMED, CANCELLED, true", "CONFIRMED, PENDING, false",
        "SHIPPED, CANCELLED, false", "SHIPPED, CONFIRMED, false", "CANCELLED, PENDING, false",
    })
    void an_order_moves_forward_step_by_step_and_is_cancelled_before_shipping_only(
            OrderStatus from, OrderStatus to, boolean allowed) {
        assertThat(from.mayBecome(to)).isEqualTo(allowed);
    }
}
