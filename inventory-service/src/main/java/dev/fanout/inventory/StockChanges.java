package dev.fanout.inventory;

import dev.fanout.events.OrderLine;
import dev.fanout.messaging.Changes;
import dev.fanout.messaging.State;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The stock of an order's SKUs while one event is folded in. */
final class StockChanges {
    private final State state;
    private final Map<String, Stock> changed = new LinkedHashMap<>();

    StockChanges(State state) {
        this.state = state;
    }

    void giveBack(Reservation.Line line) {
        if (line.holdsStock()) change(line.sku(), stock -> stock.release(line.quantity()));
    }

    LineOutcome reserve(OrderLine item) {
        return take(item, LineOutcome.RESERVED, stock -> stock.reserve(item.quantity()));
    }

    LineOutcome ship(OrderLine item) {
        return take(item, LineOutcome.SHIPPED, stock -> stock.ship(item.quantity()));
    }

    Changes changes() {
        var changes = Changes.NONE;
        for (var stock : changed.values()) changes = changes.put(Stock.key(stock.sku()), stock);
        return changes;
    }

    private LineOutcome take(OrderLine item, LineOutcome taken, UnaryOperator<Stock> change) {
        var stock = find(item.sku());
        if (stock.isEmpty()) return LineOutcome.UNKNOWN_SKU;
        if (!stock.get().has(item.quantity())) return LineOutcome.OUT_OF_STOCK;
        change(item.sku(), change);
        return taken;
    }

    private Optional<Stock> find(String sku) {
        return Optional.ofNullable(changed.get(sku)).or(() -> state.find(Stock.key(sku)));
    }

    private void change(String sku, UnaryOperator<Stock> change) {
        find(sku).map(change).ifPresent(stock -> changed.put(sku, stock));
    }
}
