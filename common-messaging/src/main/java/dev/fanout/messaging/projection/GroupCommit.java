package dev.fanout.messaging.projection;

import dev.fanout.messaging.pipeline.Delivery;
import dev.fanout.messaging.pipeline.Disposition;
import dev.fanout.messaging.pipeline.PendingDelivery;
import dev.fanout.messaging.pipeline.Receiver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Events that arrive while a commit is under way go into the next one, together. So an effect that happens exactly once
 * is cheap: one transaction for fifty events costs about as much as one for one.
 */
public final class GroupCommit implements Receiver {
    private final ProjectionPipeline pipeline;
    private final BlockingQueue<List<PendingDelivery>> waiting = new LinkedBlockingQueue<>();
    private final Thread worker;

    public GroupCommit(ProjectionPipeline pipeline, String name) {
        this.pipeline = pipeline;
        worker = Thread.ofVirtual().name("commits-" + name).start(this::work);
    }

    @Override
    public List<CompletableFuture<Disposition>> submit(List<Delivery> deliveries) {
        var batch = deliveries.stream().map(PendingDelivery::of).toList();
        waiting.add(batch);
        return batch.stream().map(PendingDelivery::disposition).toList();
    }

    private void work() {
        try {
            while (!Thread.interrupted()) {
                var batches = new ArrayList<>(List.of(waiting.take()));
                waiting.drainTo(batches);
                commit(batches.stream().flatMap(List::stream).toList());
            }
        } catch (InterruptedException _) {
            // closed; what is waiting still becomes visible again in its queue
        }
    }

    private void commit(List<PendingDelivery> turns) throws InterruptedException {
        try {
            var dispositions = pipeline.receive(turns.stream().map(PendingDelivery::delivery).toList());
            for (int i = 0; i < turns.size(); i++) turns.get(i).disposition().complete(dispositions.get(i));
        } catch (RuntimeException | Error e) {
            turns.forEach(pending -> pending.disposition().completeExceptionally(e));
        }
    }

    @Override
    public void close() throws InterruptedException {
        worker.interrupt();
        worker.join();
    }
}
