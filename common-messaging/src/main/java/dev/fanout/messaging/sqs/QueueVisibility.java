package dev.fanout.messaging.sqs;

import dev.fanout.messaging.core.Delivery;
import dev.fanout.messaging.core.Visibility;
import java.time.Duration;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** Keeps a message in hand by its receipt. */
record QueueVisibility(SqsAsyncClient sqs, String queueUrl, Duration visibility) implements Visibility {
    @Override
    public void extend(Delivery delivery) {
        sqs.changeMessageVisibility(change -> change.queueUrl(queueUrl)
                .receiptHandle(delivery.receipt())
                .visibilityTimeout((int) visibility.toSeconds()));
    }
}
