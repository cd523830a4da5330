package dev.fanout.scenarios.load;

import dev.fanout.cli.console.Table;
import dev.fanout.scenarios.stage.ScenarioContext;
import dev.fanout.scenarios.stage.WorkerEnvironment;
import dev.fanout.scenarios.stage.WorkerProcess;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Watches the backlog for each consumer, and starts and ends consumers by it. */
public final class ConsumerScaler {
    /** What one consumer has gone through in a few seconds. */
    public static final int LITTLE = 20;

    private static final int MUCH = 60;
    /** A consumer that has just been started needs some looks before it shows. */
    private static final int LOOKS_BETWEEN_CHANGES = 4;

    private static final int STABLE = 8;
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration DRAIN_TIMEOUT = Duration.ofMinutes(5);
    private static final int WIDTH = 40;

    private record Look(long second, int backlog, int consumers) {}

    private final ScenarioContext context;
    private final WorkerEnvironment place;
    private final String[] settings;
    private final Deque<WorkerProcess> consumers = new ArrayDeque<>();
    private final List<Look> looks = new ArrayList<>();
    private int sinceChange;

    public ConsumerScaler(ScenarioContext context, WorkerEnvironment place, List<String> settings) {
        this.context = context;
        this.place = place;
        this.settings = settings.toArray(String[]::new);
    }

    /** Stable is: as few as can be, for a while, and little is waiting. */
    public void runUntilStable(BooleanSupplier allSent) throws InterruptedException {
        var begin = System.nanoTime();
        start();
        while (!isStable(allSent.getAsBoolean()) && System.nanoTime() - begin < DRAIN_TIMEOUT.toNanos()) {
            Thread.sleep(LOOK);
            var second = (System.nanoTime() - begin) / 1_000_000_000;
            var look = new Look(second, place.queues().depth().waiting(), consumers());
            looks.add(look);
            context.progress().say(
                    "%3d s: %d waiting, %d consumers".formatted(look.second, look.backlog, look.consumers));
            adapt(look.backlog / look.consumers);
        }
        context.progress().end();
    }

    private void adapt(int backlogEach) throws InterruptedException {
        if (++sinceChange < LOOKS_BETWEEN_CHANGES) return;
        if (backlogEach > MUCH && consumers() < context.conditions().max()) start();
        else if (backlogEach < LITTLE && consumers() > 1) stopOne();
    }

    private void start() throws InterruptedException {
        consumers.push(place.worker(settings));
        sinceChange = 0;
    }

    /** In order: what it has in hand is finished first. */
    private void stopOne() {
        consumers.pop().stop();
        sinceChange = 0;
    }

    private boolean isStable(boolean allSent) {
        return allSent && consumers() == 1 && sinceChange >= STABLE && lastBacklogEach() <= LITTLE;
    }

    public int consumers() {
        return consumers.size();
    }

    public int mostConsumers() {
        return looks.stream().mapToInt(Look::consumers).max().orElse(0);
    }

    public int lastBacklogEach() {
        return looks.isEmpty() ? 0 : looks.getLast().backlog / looks.getLast().consumers;
    }

    public List<String> curve() {
        var most = Math.max(1, looks.stream().mapToInt(Look::backlog).max().orElse(1));
        var table = new Table("seconds", "consumers", "waiting", "");
        looks.forEach(look ->
                table.row(look.second, look.consumers, look.backlog, "#".repeat(WIDTH * look.backlog / most)));
        return table.lines();
    }
}
