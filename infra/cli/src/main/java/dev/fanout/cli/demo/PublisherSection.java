package dev.fanout.cli.demo;

import dev.fanout.cli.console.Table;
import dev.fanout.cli.rest.Rest;
import dev.fanout.events.OrderLine;
import dev.fanout.events.OrderStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes the orders, their changes and the views. */
final class PublisherSection implements Section {
    private final Rest rest;
    private final Story story;
    private final Map<String, Story.Order> placed = new LinkedHashMap<>();
    private long viewsTaken;

    PublisherSection(Rest rest, Story story) {
        this.rest = rest;
        this.story = story;
    }

    private record NewOrder(int userId, BigDecimal total, List<OrderLine> items) {}

    private record Change(OrderStatus status) {}

    private record Order(String orderId, int userId, BigDecimal total, OrderStatus status, long version) {}

    private record NewViews(List<Story.View> views) {}

    private record OneTaken(String eventId) {}

    private record ManyTaken(long accepted) {}

    /** By the id that the publisher gave them. */
    Map<String, Story.Order> placed() {
        return placed;
    }

    @Override
    public String service() {
        return "publisher";
    }

    @Override
    public void act() {
        story.orders().forEach(this::place);
        placed.forEach((id, order) -> order.moves().forEach(status -> move(id, status)));
        view(story.views());
    }

    @Override
    public List<String> missing() {
        var missing = new ArrayList<String>();
        placed.forEach((id, order) -> {
            var found = find(id);
            if (found.status() != order.end() || found.version() != order.version()) {
                missing.add("order %s is %s in version %d, not %s in version %d".formatted(id,
                        found.status().wireName(), found.version(), order.end().wireName(), order.version()));
            }
        });
        return missing;
    }

    @Override
    public List<String> report() {
        var table = new Table("order", "user", "total", "status", "version", "it was");
        placed.forEach((id, order) -> {
            var found = find(id);
            var status = found.status().wireName();
            table.row(id, found.userId(), found.total(), status, found.version(), history(order));
        });
        var lines = new ArrayList<>(table.lines());
        lines.add("  and took %d views".formatted(viewsTaken));
        return lines;
    }

    private void place(Story.Order order) {
        var body = new NewOrder(order.user(), order.total(), order.items());
        placed.put(rest.send(service(), "POST", "/orders", body, Order.class).orderId(), order);
    }

    private void move(String id, OrderStatus status) {
        rest.send(service(), "PATCH", "/orders/" + id, new Change(status), Order.class);
    }

    /** The first alone, the others in one call: the publisher takes both. */
    private void view(List<Story.View> views) {
        rest.send(service(), "POST", "/views", views.getFirst(), OneTaken.class);
        var others = new NewViews(views.subList(1, views.size()));
        viewsTaken = 1 + rest.send(service(), "POST", "/views/batch", others, ManyTaken.class).accepted();
    }

    private Order find(String id) {
        return rest.get(service(), "/orders/" + id, Order.class);
    }

    private static String history(Story.Order order) {
        return order.moves().stream().map(OrderStatus::wireName).reduce("pending", (a, b) -> a + " → " + b);
    }
}
