package dev.fanout.messaging.sqs;

import dev.fanout.messaging.core.Verdict;
import io.awspring.cloud.sqs.listener.acknowledgement.Acknowledgement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.messaging.Message;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;

/** Carries verdicts out, message by message: deletes, delays, parks. What fails here becomes visible again. */
final class Verdicts {
    private final SqsAsyncClient sqs;
    private final String queueUrl;
    private final DeadLetters deadLetters;

    Verdicts(SqsAsyncClient sqs, String queueUrl, DeadLetters deadLetters) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
        this.deadLetters = deadLetters;
    }

    CompletableFuture<Void> carryOut(List<Message<String>> messages, List<Verdict> verdicts) {
        var done = new ArrayList<Message<String>>();
        var later = new ArrayList<ChangeMessageVisibilityBatchRequestEntry>();
        var steps = new ArrayList<CompletableFuture<?>>();
        for (int i = 0; i < messages.size(); i++) {
            var message = messages.get(i);
            switch (verdicts.get(i)) {
                case Verdict.Done _ -> done.add(message);
                case Verdict.Retry retry -> later.add(visibleAfter(message, retry.after(), i));
                case Verdict.Park park -> steps.add(parked(message, park));
            }
        }
        if (!done.isEmpty()) steps.add(Acknowledgement.acknowledgeAsync(done));
        if (!later.isEmpty())
            steps.add(sqs.changeMessageVisibilityBatch(change -> change.queueUrl(queueUrl).entries(later)));
        return CompletableFuture.allOf(steps.toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> parked(Message<String> message, Verdict.Park park) {
        return deadLetters
                .park(Deliveries.source(message), park)
                .thenCompose(_ -> Acknowledgement.acknowledgeAsync(List.of(message)));
    }

    private static ChangeMessageVisibilityBatchRequestEntry visibleAfter(
            Message<String> message, Duration delay, int index) {
        return ChangeMessageVisibilityBatchRequestEntry.builder()
                .id("m" + index)
                .receiptHandle(Deliveries.source(message).receiptHandle())
                .visibilityTimeout((int) Math.ceilDiv(delay.toMillis(), 1000))
                .build();
    }
}
