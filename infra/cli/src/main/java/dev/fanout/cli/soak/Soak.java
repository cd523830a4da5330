package dev.fanout.cli.soak;

import dev.fanout.cli.console.Table;
import dev.fanout.cli.console.Terminal;
import dev.fanout.cli.rest.Rest;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** One soak, from the first request to the balance. */
final class Soak {
    /** Services come back within a minute, on a machine that is busy with all of them. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration TELL_EVERY = Duration.ofSeconds(5);

    private final Terminal terminal;
    private final Rest rest;
    private final SoakPlan plan;
    private final Killer killer;
    private final Run run;
    private final Books books = new Books();

    Soak(Terminal terminal, Rest rest, SoakPlan plan, Killer killer) {
        this.terminal = terminal;
        this.rest = rest;
        this.plan = plan;
        this.killer = killer;
        this.run = new Run(plan.seed(), Instant.now());
    }

    /** Whether the books balance. */
    boolean run() throws InterruptedException {
        var balance = new Balance(rest, books, run);
        balance.open();
        terminal.line("%s: %.0f orders and as many views a second for %d s (--seed %d)".formatted(
                run.name(), plan.rate(), plan.traffic().toSeconds(), plan.seed()));
        flow();
        terminal.line(books.unanswered() == 0
                ? "All is answered; waiting until all has arrived."
                : "%d requests were never answered, so the books cannot balance; looking what has arrived."
                        .formatted(books.unanswered()));
        var balanced = balance.settles(PATIENCE);
        tell(balance);
        return balanced && books.unanswered() == 0;
    }

    private void flow() throws InterruptedException {
        var end = Instant.now().plus(plan.traffic());
        var persistent = new Persistent(books, end.plus(PATIENCE));
        var customers = new Customers(rest, persistent, books, run);
        var viewers = new Viewers(rest, persistent, books, run);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var orders = threads.submit(() -> Traffic.flow(plan.traffic(), plan.rate(), customers::order));
            var views = threads.submit(() -> Traffic.flow(plan.traffic(), plan.rate(), viewers::view));
            var killing = threads.submit(() -> killer.workUntil(end));
            var telling = threads.submit(this::tellNowAndThen);
            try {
                orders.get();
                views.get();
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            } finally {
                telling.cancel(true);
                killing.cancel(true);
            }
        }
    }

    private void tellNowAndThen() {
        try {
            while (true) {
                Thread.sleep(TELL_EVERY);
                terminal.line("  %d orders and %d views answered, %d requests sent again"
                        .formatted(books.orders().size(), books.views(), books.repeated()));
            }
        } catch (InterruptedException _) {
            // the traffic is over
        }
    }

    private void tell(Balance balance) {
        var table = new Table("", "expected", "found", "");
        balance.lines().forEach(line -> table.row(
                line.what(), line.expected(), line.found(), line.holds() ? "" : "<-- does not balance"));
        terminal.lines(table.lines());
        terminal.line("%d requests, %d sent again, %d never answered; %d kills survived: %s".formatted(
                books.attempted(), books.repeated(), books.unanswered(),
                killer.kills().values().stream().mapToInt(n -> n).sum(), killer.kills()));
    }
}
