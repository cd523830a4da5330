package dev.fanout.messaging.core;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Whatever arrives while a commit is under way goes into the next one, together. That is what makes exactly-once cheap:
 * one transaction for fifty events costs about as much as one for one.
 */
public final class GroupCommit implements Receiver {
    private final Pipeline pipeline;
    private final BlockingQueue<Batch> waiting = new LinkedBlockingQueue<>();
    private final Thread worker;

    private record Batch(List<Delivery> deliveries, CompletableFuture<List<Verdict>> verdicts) {}

    public GroupCommit(Pipeline pipeline, String name) {
        this.pipeline = pipeline;
        worker = Thread.ofVirtual().name("commits-" + name).start(this::work);
    }

    @Override
    public CompletableFuture<List<Verdict>> submit(List<Delivery> deliveries) {
        var batch = new Batch(deliveries, new CompletableFuture<>());
        waiting.add(batch);
        return batch.verdicts();
    }

    private void work() {
        try {
            while (!Thread.interrupted()) {
                var batches = new ArrayList<>(List.of(waiting.take()));
                waiting.drainTo(batches);
                commit(batches);
            }
        } catch (InterruptedException _) {
            // closed; what is waiting still becomes visible again in its queue
        }
    }

    private void commit(List<Batch> batches) throws InterruptedException {
        try {
            var all = batches.stream().flatMap(batch -> batch.deliveries().stream()).toList();
            var verdicts = pipeline.receive(all);
            int from = 0;
            for (var batch : batches) {
                int to = from + batch.deliveries().size();
                batch.verdicts().complete(verdicts.subList(from, to));
                from = to;
            }
        } catch (RuntimeException | Error e) {
            batches.forEach(batch -> batch.verdicts().completeExceptionally(e));
        }
    }

    @Override
    public void close() throws InterruptedException {
        worker.interrupt();
        worker.join();
    }
}
