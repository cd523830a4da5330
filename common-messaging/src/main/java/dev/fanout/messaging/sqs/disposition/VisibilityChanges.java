package dev.fanout.messaging.sqs.disposition;

import dev.fanout.messaging.pipeline.Delivery;
import dev.fanout.messaging.pipeline.Visibility;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;

/**
 * Tells a queue when its messages become visible again: one call after the other, as a later change of a message must
 * not arrive before an earlier one. What comes while a call is under way goes into the next one, up to ten.
 */
public final class VisibilityChanges implements Visibility {
    private static final int MAX_BATCH = 10;

    private final SqsAsyncClient sqs;
    private final String queueUrl;
    private final Duration whole;
    private final Map<String, Change> waiting = new LinkedHashMap<>();
    private boolean calling;

    private record Change(Duration visibleAfter, CompletableFuture<Void> done) {}

    /** @param whole the queue's visibility timeout */
    public VisibilityChanges(SqsAsyncClient sqs, String queueUrl, Duration whole) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
        this.whole = whole;
    }

    @Override
    public void extend(Delivery delivery) {
        visibleAfter(delivery.receipt(), whole);
    }

    /** Completes when the queue has been told, or there is something newer to tell about that message. */
    synchronized CompletableFuture<Void> visibleAfter(String receipt, Duration delay) {
        var change = new Change(delay, new CompletableFuture<>());
        var outdated = waiting.put(receipt, change);
        if (outdated != null) outdated.done().complete(null);
        if (!calling) call();
        return change.done();
    }

    private synchronized void call() {
        var batch = new LinkedHashMap<String, Change>();
        for (var changes = waiting.entrySet().iterator(); changes.hasNext() && batch.size() < MAX_BATCH; ) {
            var change = changes.next();
            batch.put(change.getKey(), change.getValue());
            changes.remove();
        }
        calling = !batch.isEmpty();
        if (calling) send(batch);
    }

    /** What the queue refuses becomes visible by its timeout: there is nothing to be done about it. */
    private void send(Map<String, Change> batch) {
        var entries = new ArrayList<ChangeMessageVisibilityBatchRequestEntry>();
        batch.forEach((receipt, change) -> entries.add(entry(entries.size(), receipt, change.visibleAfter())));
        sqs.changeMessageVisibilityBatch(change -> change.queueUrl(queueUrl).entries(entries))
                .whenCompleteAsync((_, _) -> {
                    batch.values().forEach(change -> change.done().complete(null));
                    call();
                });
    }

    private static ChangeMessageVisibilityBatchRequestEntry entry(int index, String receipt, Duration delay) {
        return ChangeMessageVisibilityBatchRequestEntry.builder()
                .id("m" + index)
                .receiptHandle(receipt)
                .visibilityTimeout((int) Math.ceilDiv(delay.toMillis(), 1000))
                .build();
    }
}
