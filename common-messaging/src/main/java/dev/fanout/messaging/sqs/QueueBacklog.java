package dev.fanout.messaging.sqs;

import dev.fanout.messaging.Backlog;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Looks at how much SQS has of ours each time that somebody asks. */
final class QueueBacklog implements Backlog {
    private static final Logger log = LoggerFactory.getLogger(QueueBacklog.class);

    private final Subscribers subscribers;
    private final SqsAsyncClient sqs;
    private final Clock clock;

    QueueBacklog(Subscribers subscribers, SqsAsyncClient sqs, Clock clock) {
        this.subscribers = subscribers;
        this.sqs = sqs;
        this.clock = clock;
    }

    @Override
    public Instant doneUntil() {
        var queues = subscribers.queues();
        queues.forEach(this::look);
        return queues.stream()
                .map(queue -> queue.watermark().doneUntil())
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private void look(SubscribedQueue queue) {
        var begun = clock.instant();
        try {
            var there = counted(queue);
            queue.watermark().seen(begun, clock.instant(), there);
        } catch (CompletionException e) {
            log.debug("nobody knows what is in {}: {}", queue.url(), e.getMessage());
        }
    }

    private int counted(SubscribedQueue queue) {
        var counted = sqs.getQueueAttributes(get -> get.queueUrl(queue.url()).attributeNames(
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .join()
                .attributes();
        return counted.values().stream().mapToInt(Integer::parseInt).sum();
    }
}
