package dev.fanout.cli.demo;

import static dev.fanout.events.OrderStatus.CANCELLED;
import static dev.fanout.events.OrderStatus.CONFIRMED;
import static dev.fanout.events.OrderStatus.SHIPPED;
import static java.util.stream.Collectors.toMap;

import dev.fanout.events.OrderLine;
import dev.fanout.events.OrderStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What happens in the demo, and what must come of it.
 *
 * @param run is in every name, so that this run is told from those before and from everybody else's traffic
 */
record Story(String run) {

    /** @param moves what becomes of it after it was posted as pending */
    record Order(int user, BigDecimal total, List<Line> lines, List<OrderStatus> moves) {

        List<OrderLine> items() {
            return lines.stream().map(line -> new OrderLine(line.sku(), line.quantity())).toList();
        }

        /** By SKU, because the publisher may keep the lines in an order of its own. */
        Map<String, String> outcomes() {
            return lines.stream().collect(toMap(Line::sku, Line::outcome));
        }

        OrderStatus end() {
            return moves.getLast();
        }

        long version() {
            return 1 + moves.size();
        }
    }

    /** @param outcome what inventory must say of it in the end */
    record Line(String sku, int quantity, String outcome) {}

    record View(String hostId, String contentId, String adId) {}

    /** @param before what is put on the shelf; the others are what must be left of it */
    record Stock(String sku, int before, int available, int reserved) {}

    List<Stock> stocks() {
        return List.of(new Stock(tea(), 10, 7, 1), new Stock(mug(), 2, 2, 0));
    }

    List<Order> orders() {
        var good = List.of(new Line(tea(), 2, "shipped"));
        var regretted = List.of(new Line(tea(), 3, "released"));
        var greedy = List.of(
                new Line(tea(), 1, "reserved"),
                new Line(mug(), 5, "out_of_stock"),
                new Line(unheardOf(), 1, "unknown_sku"));
        return List.of(
                new Order(42, new BigDecimal("19.98"), good, List.of(CONFIRMED, SHIPPED)),
                new Order(43, new BigDecimal("29.97"), regretted, List.of(CANCELLED)),
                new Order(44, new BigDecimal("84.94"), greedy, List.of(CONFIRMED)));
    }

    List<View> views() {
        return Stream.of(views("host-a-" + run, 5), views("host-b-" + run, 3), views("host-c-" + run, 2))
                .flatMap(List::stream)
                .toList();
    }

    private List<View> views(String host, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new View(host, "film-" + (1 + i % 2), "ad-" + (1 + i % 3)))
                .toList();
    }

    private String tea() {
        return "tea-" + run;
    }

    private String mug() {
        return "mug-" + run;
    }

    private String unheardOf() {
        return "unheard-of-" + run;
    }
}
