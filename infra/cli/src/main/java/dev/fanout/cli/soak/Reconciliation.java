package dev.fanout.cli.soak;

import dev.fanout.cli.rest.Rest;
import dev.fanout.cli.rest.RestFailed;
import dev.fanout.cli.rest.ViewsByHost;
import dev.fanout.events.OrderStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** What the services show, beside what the client was promised. */
final class Reconciliation {
    private static final long SHELF = 1_000_000;
    private static final List<String> AUDITORS = List.of("auditor-a", "auditor-b", "auditor-c");
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Rest rest;
    private final ExpectedState books;
    private final SoakRun run;
    private final OrderChecks checks;
    private final ViewsByHost views;
    private List<Line> lines = List.of();

    Reconciliation(Rest rest, ExpectedState books, SoakRun run) {
        this.rest = rest;
        this.books = books;
        this.run = run;
        this.checks = new OrderChecks(rest);
        this.views = new ViewsByHost(rest, host -> host.startsWith(run.name() + "-"));
    }

    /** @param found below zero where the service gave no answer */
    record Line(String what, long expected, long found) {
        boolean holds() {
            return expected == found;
        }
    }

    private record NewStock(long available) {}

    private record Stock(long available, long reserved) {}

    void open() {
        for (var service : List.of("publisher", "email", "inventory", "analytics")) rest.isReady(service);
        AUDITORS.forEach(rest::isReady);
        rest.send("inventory", "PUT", "/stock/" + run.sku(), new NewStock(SHELF), Stock.class);
    }

    /** Whether all lines hold within the time; what was right once must still be right in the last look. */
    boolean settles(Duration patience) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        lines = look();
        while (!lines.stream().allMatch(Line::holds) && System.nanoTime() < deadline) {
            Thread.sleep(PAUSE);
            lines = look();
        }
        return lines.stream().allMatch(Line::holds);
    }

    List<Line> lines() {
        return lines;
    }

    private List<Line> look() {
        var orders = books.orders();
        var shipped = books.ordersIn(OrderStatus.SHIPPED);
        var open = orders.size() - shipped - books.ordersIn(OrderStatus.CANCELLED);
        var found = new ArrayList<Line>();
        add(found, "orders, each once, as they were answered", orders.size(), () -> checks.asAnswered(orders));
        add(found, "reservations at the order's last version", orders.size(), () -> checks.reserved(orders));
        add(found, "mails, one for each version", books.mails(), () -> checks.mails(orders));
        add(found, "pieces available", SHELF - open - shipped, () -> stock().available());
        add(found, "pieces reserved", open, () -> stock().reserved());
        add(found, "views in analytics", books.views(), () -> sum(views.inAnalytics()));
        AUDITORS.forEach(auditor ->
                add(found, "views in " + auditor, books.views(), () -> sum(views.inLedgerOf(auditor))));
        return found;
    }

    private static void add(List<Line> lines, String what, long expected, LongSupplier found) {
        lines.add(new Line(what, expected, orNoAnswer(found)));
    }

    /** Right after the last kill, a service may not be back. */
    private static long orNoAnswer(LongSupplier found) {
        try {
            return found.getAsLong();
        } catch (RestFailed failure) {
            if (failure.mayPass()) return -1;
            throw failure;
        }
    }

    private Stock stock() {
        return rest.get("inventory", "/stock/" + run.sku(), Stock.class);
    }

    private static long sum(Map<String, Long> views) {
        return views.values().stream().mapToLong(count -> count).sum();
    }
}
