package dev.fanout.cli.demo;

import static dev.fanout.events.OrderStatus.CANCELLED;
import static dev.fanout.events.OrderStatus.SHIPPED;

import dev.fanout.events.OrderStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What analytics counts of all orders, those of others included. */
record OrderSums(long orders, Map<String, Long> byStatus, BigDecimal revenue) {
    /** Nothing leaves these, so they can but grow, whatever others do at the same time. */
    private static final List<OrderStatus> FINAL = List.of(SHIPPED, CANCELLED);

    static final OrderSums NONE = new OrderSums(0, Map.of(), BigDecimal.ZERO);

    long in(OrderStatus status) {
        return byStatus.getOrDefault(status.wireName(), 0L);
    }

    OrderSums plus(Story.Order order) {
        var statuses = new HashMap<>(byStatus);
        statuses.merge(order.end().wireName(), 1L, Long::sum);
        var paid = order.end() == CANCELLED ? BigDecimal.ZERO : order.total();
        return new OrderSums(orders + 1, statuses, revenue.add(paid));
    }

    /** What is wrong with these if only the expected orders came; what is surely wrong if others came too. */
    List<String> against(OrderSums expected) {
        if (orders < expected.orders) return List.of("%d orders, not %d".formatted(orders, expected.orders));
        var othersCame = orders > expected.orders;
        var wrong = new ArrayList<String>();
        for (var status : othersCame ? FINAL : List.of(OrderStatus.values())) {
            long found = in(status);
            long right = expected.in(status);
            if (found < right || found > right && !othersCame) {
                wrong.add("%d orders %s, not %d".formatted(found, status.wireName(), right));
            }
        }
        if (!othersCame && revenue.compareTo(expected.revenue) != 0) {
            wrong.add("a revenue of %s, not %s".formatted(plain(revenue), plain(expected.revenue)));
        }
        return wrong;
    }

    private static String plain(BigDecimal amount) {
        return amount.toPlainString();
    }
}
