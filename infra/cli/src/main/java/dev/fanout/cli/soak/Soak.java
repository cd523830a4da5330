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
    private static final Duration SETTLE_TIMEOUT = Duration.ofMinutes(3);

    private static final Duration TELL_EVERY = Duration.ofSeconds(5);

    private final Terminal terminal;
    private final Rest rest;
    private final SoakPlan plan;
    private final ServiceKiller killer;
    private final SoakRun run;
    private final ExpectedState expected = new ExpectedState();

    Soak(Terminal terminal, Rest rest, SoakPlan plan, ServiceKiller killer) {
        this.terminal = terminal;
        this.rest = rest;
        this.plan = plan;
        this.killer = killer;
        this.run = new SoakRun(plan.seed(), Instant.now());
    }

    /** Whether the books balance. */
    boolean run() throws InterruptedException {
        var reconciliation = new Reconciliation(rest, expected, run);
        reconciliation.open();
        terminal.line("%s: %.0f orders and as many views a second for %d s (--seed %d)".formatted(
                run.name(), plan.rate(), plan.traffic().toSeconds(), plan.seed()));
        flow();
        terminal.line(expected.unanswered() == 0
                ? "All is answered; waiting until all has arrived."
                : "%d requests were never answered, so the books cannot balance; looking what has arrived."
                        .formatted(expected.unanswered()));
        var balanced = reconciliation.settles(SETTLE_TIMEOUT);
        tell(reconciliation);
        return balanced && expected.unanswered() == 0;
    }

    private void flow() throws InterruptedException {
        var end = Instant.now().plus(plan.traffic());
        var client = new RetryingClient(expected, end.plus(SETTLE_TIMEOUT));
        var customers = new Customers(rest, client, expected, run);
        var viewers = new Viewers(rest, client, expected, run);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var orders = threads.submit(() -> RequestGenerator.flow(plan.traffic(), plan.rate(), customers::order));
            var views = threads.submit(() -> RequestGenerator.flow(plan.traffic(), plan.rate(), viewers::view));
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
                        .formatted(expected.orders().size(), expected.views(), expected.repeated()));
            }
        } catch (InterruptedException _) {
            // the traffic is over
        }
    }

    private void tell(Reconciliation reconciliation) {
        var table = new Table("", "expected", "found", "");
        reconciliation.lines().forEach(line -> table.row(
                line.what(), line.expected(), line.found(), line.holds() ? "" : "<-- does not balance"));
        terminal.lines(table.lines());
        terminal.line("%d requests, %d sent again, %d never answered; %d kills survived: %s".formatted(
                expected.attempted(), expected.repeated(), expected.unanswered(),
                killer.kills().values().stream().mapToInt(n -> n).sum(), killer.kills()));
    }
}
