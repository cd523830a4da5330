package dev.fanout.cli.demo;

import static dev.fanout.events.OrderStatus.CANCELLED;
import static dev.fanout.events.OrderStatus.CONFIRMED;
import static dev.fanout.events.OrderStatus.SHIPPED;

import dev.fanout.events.Item;
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

    /**
     * @param moves what becomes of it after it was posted as pending
     * @param outcomes what inventory must say of each item in the end
     */
    record Order(String title, int user, BigDecimal total, List<Item> items, List<OrderStatus> moves,
            List<String> outcomes) {

        OrderStatus end() {
            return moves.getLast();
        }

        long version() {
            return 1 + moves.size();
        }
    }

    record View(String hostId, String contentId, String adId) {}

    /** @param before what is put on the shelf; the others are what must be left of it */
    record Stock(String sku, int before, int available, int reserved) {}

    List<Stock> stocks() {
        return List.of(new Stock(tea(), 10, 7, 1), new Stock(mug(), 2, 2, 0));
    }

    List<Order> orders() {
        return List.of(
                new Order("shipped", 42, new BigDecimal("19.98"), List.of(new Item(tea(), 2)),
                        List.of(CONFIRMED, SHIPPED), List.of("shipped")),
                new Order("cancelled", 43, new BigDecimal("29.97"), List.of(new Item(tea(), 3)),
                        List.of(CANCELLED), List.of("released")),
                new Order("too much", 44, new BigDecimal("84.94"),
                        List.of(new Item(tea(), 1), new Item(mug(), 5), new Item(unheardOf(), 1)),
                        List.of(CONFIRMED), List.of("reserved", "out_of_stock", "unknown_sku")));
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
