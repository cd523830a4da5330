package dev.fanout.cli.demo;

import static java.util.stream.Collectors.toMap;

import dev.fanout.cli.console.Table;
import dev.fanout.cli.rest.Rest;
import dev.fanout.events.OrderStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reserves, releases and ships. */
final class InventorySection implements Section {
    private final Rest rest;
    private final Story story;
    private final Supplier<Map<String, Story.Order>> placed;

    InventorySection(Rest rest, Story story, Supplier<Map<String, Story.Order>> placed) {
        this.rest = rest;
        this.story = story;
        this.placed = placed;
    }

    private record NewStock(int available) {}

    private record Stock(String sku, int available, int reserved) {}

    private record Reservation(long version, OrderStatus status, List<Line> lines) {

        Map<String, String> outcomes() {
            return lines.stream().collect(toMap(Line::sku, Line::outcome));
        }

        boolean shows(Story.Order order) {
            return version == order.version() && outcomes().equals(order.outcomes());
        }
    }

    private record Line(String sku, int quantity, String outcome) {}

    @Override
    public String service() {
        return "inventory";
    }

    @Override
    public void before() {
        story.stocks().forEach(stock -> rest.send(
                service(), "PUT", "/stock/" + stock.sku(), new NewStock(stock.before()), Stock.class));
    }

    @Override
    public List<String> missing() {
        var missing = new ArrayList<String>();
        placed.get().forEach((id, order) -> missingOf(id, order).ifPresent(missing::add));
        story.stocks().forEach(stock -> missingOf(stock).ifPresent(missing::add));
        return missing;
    }

    private Optional<String> missingOf(String id, Story.Order order) {
        var found = reservation(id);
        if (found.isEmpty()) return Optional.of("no reservation of order " + id);
        if (found.get().shows(order)) return Optional.empty();
        return Optional.of("order %s in version %d %s, not in version %d %s".formatted(
                id, found.get().version(), found.get().outcomes(), order.version(), order.outcomes()));
    }

    private Optional<String> missingOf(Story.Stock expected) {
        var found = stock(expected);
        if (found.equals(new Stock(expected.sku(), expected.available(), expected.reserved()))) {
            return Optional.empty();
        }
        return Optional.of("of %s, %d are available and %d reserved, not %d and %d".formatted(found.sku(),
                found.available(), found.reserved(), expected.available(), expected.reserved()));
    }

    @Override
    public List<String> report() {
        var lines = new ArrayList<>(reservations().lines());
        lines.add("");
        lines.addAll(stocks().lines());
        return lines;
    }

    private Table reservations() {
        var table = new Table("order", "status", "item", "quantity", "outcome");
        placed.get().keySet().forEach(id -> reservation(id).ifPresent(found -> found.lines().forEach(line ->
                table.row(id, found.status().wireName(), line.sku(), line.quantity(), line.outcome()))));
        return table;
    }

    private Table stocks() {
        var table = new Table("stock", "available before", "available", "reserved");
        for (var expected : story.stocks()) {
            var found = stock(expected);
            table.row(found.sku(), expected.before(), found.available(), found.reserved());
        }
        return table;
    }

    private Optional<Reservation> reservation(String orderId) {
        return rest.find(service(), "/reservations/" + orderId, Reservation.class);
    }

    private Stock stock(Story.Stock of) {
        return rest.get(service(), "/stock/" + of.sku(), Stock.class);
    }
}
