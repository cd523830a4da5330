package dev.fanout.messaging.action;

import dev.fanout.messaging.pipeline.Delivery;
import dev.fanout.messaging.pipeline.Disposition;
import dev.fanout.messaging.pipeline.Disposition.Retry;
import dev.fanout.messaging.pipeline.PendingDelivery;
import dev.fanout.messaging.pipeline.Receiver;
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
public final class ActionReceiver implements Receiver {
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final ActionPipeline pipeline;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public ActionReceiver(ActionPipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Override
    public List<CompletableFuture<Disposition>> submit(List<Delivery> deliveries) {
        var turns = deliveries.stream().map(PendingDelivery::of).toList();
        groups(turns).forEach(group -> threads.execute(() -> run(new FifoGroup(group))));
        return turns.stream().map(PendingDelivery::disposition).toList();
    }

    private void run(FifoGroup turns) {
        try (var _ = pipeline.keep(turns)) {
            for (var pending = turns.next(); pending != null; pending = turns.next()) run(pending, turns);
        }
    }

    /** Whose group's head has to be tried again waits with it. */
    private void run(PendingDelivery pending, FifoGroup turns) {
        try {
            var disposition = pipeline.receive(pending.delivery());
            pending.disposition().complete(disposition);
            if (disposition instanceof Retry retry) turns.waitWith(retry);
        } catch (RuntimeException | Error e) {
            pending.disposition().completeExceptionally(e);
            turns.fail(e);
        }
    }

    /** What has no group is a group of its own. */
    private static Collection<List<PendingDelivery>> groups(List<PendingDelivery> turns) {
        Map<Object, List<PendingDelivery>> groups = new LinkedHashMap<>();
        turns.forEach(pending -> groups
                .computeIfAbsent(pending.delivery().group().<Object>map(name -> name).orElse(pending),
                        _ -> new ArrayList<>())
                .add(pending));
        return groups.values();
    }

    /** Who is still at work by now was given up by the caller: nobody will acknowledge it. */
    @Override
    public void close() throws InterruptedException {
        threads.shutdownNow();
        var _ = threads.awaitTermination(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    }
}
