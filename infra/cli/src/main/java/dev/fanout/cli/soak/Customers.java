package dev.fanout.cli.soak;

import static dev.fanout.events.OrderStatus.CANCELLED;
import static dev.fanout.events.OrderStatus.CONFIRMED;
import static dev.fanout.events.OrderStatus.SHIPPED;

import dev.fanout.cli.rest.Rest;
import dev.fanout.cli.soak.ExpectedState.Placed;
import dev.fanout.events.OrderLine;
import dev.fanout.events.OrderStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;

/** Each orders one piece of the run's only SKU, under a key, and may change their mind. */
final class Customers {
    static final BigDecimal PRICE = new BigDecimal("1.25");

    private static final List<List<OrderStatus>> LIVES =
            List.of(List.of(), List.of(CONFIRMED), List.of(CONFIRMED, SHIPPED), List.of(CANCELLED));

    private final Rest rest;
    private final RetryingClient client;
    private final ExpectedState expected;
    private final SoakRun run;

    Customers(Rest rest, RetryingClient client, ExpectedState expected, SoakRun run) {
        this.rest = rest;
        this.client = client;
        this.expected = expected;
        this.run = run;
    }

    private record NewOrder(long userId, BigDecimal total, List<OrderLine> items) {}

    private record Change(OrderStatus status) {}

    record Order(String orderId, OrderStatus status, long version) {}

    /** @param index which order of the run; the same one is the same again, whoever asks */
    void order(int index) throws InterruptedException {
        var user = run.user(index);
        var body = new NewOrder(user, PRICE, List.of(new OrderLine(run.sku(), 1)));
        var placed = client.ask(() -> rest.send(
                "publisher", "POST", "/orders", body, Order.class, "Idempotency-Key", run.name() + "-" + index));
        if (placed.isEmpty()) return;
        // Not Random: it begins alike for seeds that are close.
        var moves = LIVES.get(new SplittableRandom(run.seed() + index).nextInt(LIVES.size()));
        for (var status : moves) {
            var path = "/orders/" + placed.get().orderId();
            var moved = client.ask(
                    () -> rest.send("publisher", "PATCH", path, new Change(status), Order.class));
            if (moved.isEmpty()) return;
        }
        expected.placed(new Placed(user, placed.get().orderId(), moves));
    }
}
