package dev.fanout.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderSumsTest {
    private final OrderSums expected = sums(3, 1, 1, 1, "100.00");

    @Test
    void alone_on_the_system_every_sum_must_be_right() {
        assertThat(sums(3, 1, 1, 1, "100").against(expected)).isEmpty();
        assertThat(sums(3, 1, 1, 0, "100").against(expected)).containsExactly("0 orders cancelled, not 1");
        assertThat(sums(3, 1, 1, 1, "99.99").against(expected))
                .containsExactly("a revenue of 99.99, not 100.00");
    }

    @Test
    void orders_that_are_not_counted_yet_are_missing() {
        assertThat(sums(2, 0, 1, 1, "50").against(expected)).containsExactly("2 orders, not 3");
    }

    @Test
    void beside_others_only_what_can_but_grow_must_be_there() {
        assertThat(sums(9, 0, 5, 4, "777").against(expected)).isEmpty();
        assertThat(sums(9, 8, 1, 0, "777").against(expected)).containsExactly("0 orders cancelled, not 1");
    }

    @Test
    void a_cancelled_order_earns_nothing() {
        var story = new Story("x");

        var sums = OrderSums.NONE;
        for (var order : story.orders()) sums = sums.plus(order);

        assertThat(sums).isEqualTo(sums(3, 1, 1, 1, "104.92"));
    }

    private static OrderSums sums(long orders, long confirmed, long shipped, long cancelled, String revenue) {
        var byStatus = Map.of("confirmed", confirmed, "shipped", shipped, "cancelled", cancelled);
        return new OrderSums(orders, byStatus, new BigDecimal(revenue));
    }
}
