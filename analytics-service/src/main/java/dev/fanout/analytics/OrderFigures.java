package dev.fanout.analytics;

import dev.fanout.events.OrderStatus;
import dev.fanout.messaging.Saturated;
import dev.fanout.messaging.Sum;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * @param orders all of them, whatever became of them
 * @param revenue totals of the orders that are not cancelled, in the shop's currency
 */
record OrderFigures(long orders, Map<String, Long> byStatus, BigDecimal revenue) {
    static OrderFigures of(List<Sum> sums) {
        var byStatus = new TreeMap<String, Long>();
        var revenue = BigDecimal.ZERO.setScale(2);
        for (var status : OrderStatus.values()) {
            var name = status.wireName();
            var sum = sums.stream().filter(it -> it.name().equals(name)).findFirst().orElse(new Sum(name, Map.of()));
            byStatus.put(name, sum.count(Sums.COUNT));
            if (status != OrderStatus.CANCELLED) revenue = revenue.add(sum.of(Sums.AMOUNT));
        }
        return new OrderFigures(Saturated.sum(byStatus.values().stream().mapToLong(n -> n)), byStatus, revenue);
    }
}
