package dev.fanout.messaging.sqs;

import dev.fanout.messaging.Backlog;
import java.util.Map;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Asks SQS for what is waiting, and for what is out and not in our hands: waiting for its next try. */
final class QueueBacklog implements Backlog {
    private final Subscribers subscribers;
    private final SqsAsyncClient sqs;

    QueueBacklog(Subscribers subscribers, SqsAsyncClient sqs) {
        this.subscribers = subscribers;
        this.sqs = sqs;
    }

    @Override
    public boolean isCaughtUp() {
        var queues = subscribers.queues();
        try {
            return !queues.isEmpty() && queues.stream().allMatch(this::isCaughtUp);
        } catch (CompletionException _) {
            return false;
        }
    }

    /** What is in hand changes while SQS counts: only what is out beyond both numbers is certainly waiting. */
    private boolean isCaughtUp(SubscribedQueue queue) {
        int inHand = queue.inFlight();
        var counted = sqs.getQueueAttributes(get -> get.queueUrl(queue.url()).attributeNames(
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .join()
                .attributes();
        return count(counted, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES) == 0
                && count(counted, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE)
                        <= Math.max(inHand, queue.inFlight());
    }

    private static int count(Map<QueueAttributeName, String> counted, QueueAttributeName what) {
        return Integer.parseInt(counted.getOrDefault(what, "0"));
    }
}
