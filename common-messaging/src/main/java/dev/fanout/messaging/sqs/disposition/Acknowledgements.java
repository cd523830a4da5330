package dev.fanout.messaging.sqs.disposition;

import io.awspring.cloud.sqs.listener.acknowledgement.Acknowledgement;
import io.awspring.cloud.sqs.listener.acknowledgement.AcknowledgementResultCallback;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.messaging.Message;

/**
 * Deletes messages, in the container's batches, and knows when they are deleted. For the container an acknowledgement
 * is over as soon as it waits for its batch. What waits for it at a stop can be forgotten: its timer is not set again
 * then, and a batch that is not full stays where it is.
 */
public final class Acknowledgements implements AcknowledgementResultCallback<String> {
    private final Map<String, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();

    /** Completes when the message is deleted, or cannot be: then it becomes visible again. */
    CompletableFuture<Void> acknowledge(Message<String> message) {
        var over = new CompletableFuture<Void>();
        waiting.put(receipt(message), over);
        Acknowledgement.acknowledge(message);
        return over;
    }

    @Override
    public void onSuccess(Collection<Message<String>> messages) {
        over(messages);
    }

    @Override
    public void onFailure(Collection<Message<String>> messages, Throwable cause) {
        over(messages);
    }

    private void over(Collection<Message<String>> messages) {
        for (var message : messages) {
            var over = waiting.remove(receipt(message));
            if (over != null) over.complete(null);
        }
    }

    private static String receipt(Message<String> message) {
        return Deliveries.source(message).receiptHandle();
    }
}
