package dev.fanout.messaging.sqs;

import dev.fanout.messaging.core.Verdict;
import java.util.concurrent.CompletableFuture;
import org.springframework.messaging.Message;

/** Carries verdicts out, message by message: deletes, delays, parks. What fails here becomes visible again. */
record Verdicts(Acknowledgements acknowledgements, VisibilityChanges visibility, DeadLetters deadLetters) {
    /** Deletes and delays share calls with what others of the queue have to say at that time. */
    CompletableFuture<Void> carryOut(Message<String> message, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Done _ -> acknowledgements.acknowledge(message);
            case Verdict.Retry retry ->
                visibility.visibleAfter(Deliveries.source(message).receiptHandle(), retry.after());
            case Verdict.Park park -> deadLetters
                    .park(Deliveries.source(message), park)
                    .thenCompose(_ -> acknowledgements.acknowledge(message));
        };
    }
}
