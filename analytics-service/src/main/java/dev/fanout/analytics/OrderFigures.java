package dev.fanout.analytics;

import dev.fanout.events.OrderStatus;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * @param orders all of them, whatever became of them
 * @param revenue totals of the orders that are not cancelled, in the shop's currency
 */
record OrderFigures(long orders, Map<String, Long> byStatus, BigDecimal revenue) {
    static OrderFigures of(Map<String, Map<String, BigDecimal>> sums) {
        var byStatus = new TreeMap<String, Long>();
        var revenue = BigDecimal.ZERO.setScale(2);
        for (var status : OrderStatus.values()) {
            var sum = sums.getOrDefault(status.wireName(), Map.of());
            byStatus.put(status.wireName(), sum.getOrDefault(Sums.COUNT, BigDecimal.ZERO).longValueExact());
            if (status != OrderStatus.CANCELLED) revenue = revenue.add(sum.getOrDefault(Sums.AMOUNT, BigDecimal.ZERO));
        }
        return new OrderFigures(byStatus.values().stream().mapToLong(n -> n).sum(), byStatus, revenue);
    }
}
