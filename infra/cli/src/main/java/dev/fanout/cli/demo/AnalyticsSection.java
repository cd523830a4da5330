package dev.fanout.cli.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.fanout.cli.console.Table;
import dev.fanout.cli.rest.Rest;
import dev.fanout.cli.rest.ViewsByHost;
import dev.fanout.events.OrderStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts orders, revenue and views. The hosts are the demo's own: their views must be exactly right. */
final class AnalyticsSection implements Section {
    private final Rest rest;
    private final Story story;
    private final Map<String, Long> viewsOfStory;
    private OrderSums ordersBefore = OrderSums.NONE;
    private Views viewsBefore = new Views(0, Map.of());

    AnalyticsSection(Rest rest, Story story) {
        this.rest = rest;
        this.story = story;
        this.viewsOfStory =
                story.views().stream().collect(groupingBy(Story.View::hostId, TreeMap::new, counting()));
    }

    private record Total(long total) {}

    private record Views(long total, Map<String, Long> byHost) {

        long of(String host) {
            return byHost.getOrDefault(host, 0L);
        }
    }

    @Override
    public String service() {
        return "analytics";
    }

    @Override
    public void before() {
        ordersBefore = orders();
        viewsBefore = views();
    }

    @Override
    public List<String> missing() {
        var expected = ordersBefore;
        for (var order : story.orders()) expected = expected.plus(order);
        var missing = new ArrayList<>(orders().against(expected));
        var views = views();
        viewsOfStory.forEach((host, count) -> {
            var found = views.of(host);
            if (found != count) missing.add("%d views of %s, not %d".formatted(found, host, count));
        });
        return missing;
    }

    @Override
    public List<String> report() {
        var lines = new ArrayList<>(orderTable(orders()).lines());
        lines.add("");
        lines.addAll(viewTable(views()).lines());
        return lines;
    }

    private Table orderTable(OrderSums now) {
        var table = new Table("all orders", "before", "now");
        table.row("count", ordersBefore.orders(), now.orders());
        for (var status : OrderStatus.values()) {
            table.row(status.wireName(), ordersBefore.in(status), now.in(status));
        }
        return table.row("revenue", ordersBefore.revenue().toPlainString(), now.revenue().toPlainString());
    }

    private Table viewTable(Views now) {
        var table = new Table("views", "before", "now").row("all hosts", viewsBefore.total(), now.total());
        viewsOfStory.keySet().forEach(host -> table.row(host, viewsBefore.of(host), now.of(host)));
        return table;
    }

    private OrderSums orders() {
        return rest.get(service(), "/analytics/orders", OrderSums.class);
    }

    private Views views() {
        var total = rest.get(service(), "/analytics/views?limit=1", Total.class).total();
        return new Views(total, new ViewsByHost(rest, viewsOfStory::containsKey).inAnalytics());
    }
}
