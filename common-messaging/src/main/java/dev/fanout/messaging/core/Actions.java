package dev.fanout.messaging.core;

import dev.fanout.messaging.core.Verdict.Retry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Runs actions side by side, but those of one FIFO group one after the other. */
public final class Actions implements Receiver {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final ActionPipeline pipeline;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public Actions(ActionPipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Override
    public List<CompletableFuture<Verdict>> submit(List<Delivery> deliveries) {
        var turns = deliveries.stream().map(Turn::of).toList();
        groups(turns).forEach(group -> threads.execute(() -> run(new Turns(group))));
        return turns.stream().map(Turn::verdict).toList();
    }

    private void run(Turns turns) {
        try (var _ = pipeline.keep(turns)) {
            for (var turn = turns.next(); turn != null; turn = turns.next()) run(turn, turns);
        }
    }

    /** Whose group's head has to be tried again waits with it. */
    private void run(Turn turn, Turns turns) {
        try {
            var verdict = pipeline.receive(turn.delivery());
            turn.verdict().complete(verdict);
            if (verdict instanceof Retry retry) turns.waitWith(retry);
        } catch (RuntimeException | Error e) {
            turn.verdict().completeExceptionally(e);
            turns.fail(e);
        }
    }

    /** What has no group is a group of its own. */
    private static Collection<List<Turn>> groups(List<Turn> turns) {
        Map<Object, List<Turn>> groups = new LinkedHashMap<>();
        turns.forEach(turn -> groups
                .computeIfAbsent(turn.delivery().group().<Object>map(name -> name).orElse(turn), _ -> new ArrayList<>())
                .add(turn));
        return groups.values();
    }

    /** Who is still at work by now was given up by the caller: nobody will acknowledge it. */
    @Override
    public void close() throws InterruptedException {
        threads.shutdownNow();
        var _ = threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
