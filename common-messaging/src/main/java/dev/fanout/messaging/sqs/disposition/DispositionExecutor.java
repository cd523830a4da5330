package dev.fanout.messaging.sqs.disposition;

import dev.fanout.messaging.pipeline.Disposition;
import java.util.concurrent.CompletableFuture;
import org.springframework.messaging.Message;

/** Carries dispositions out, message by message: deletes, delays, parks. What fails here becomes visible again. */
public record DispositionExecutor(Acknowledgements acknowledgements, VisibilityChanges visibility,
        DeadLetterQueue deadLetters) {
    /** Deletes and delays share calls with what others of the queue have to say at that time. */
    public CompletableFuture<Void> carryOut(Message<String> message, Disposition disposition) {
        return switch (disposition) {
            case Disposition.Done _ -> acknowledgements.acknowledge(message);
            case Disposition.Retry retry ->
                visibility.visibleAfter(Deliveries.source(message).receiptHandle(), retry.after());
            case Disposition.DeadLetter deadLetter -> deadLetters
                    .park(Deliveries.source(message), deadLetter)
                    .thenCompose(_ -> acknowledgements.acknowledge(message));
        };
    }
}
