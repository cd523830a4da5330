package dev.fanout.messaging.sqs;

import dev.fanout.messaging.core.Delivery;
import dev.fanout.messaging.core.Visibility;
import dev.fanout.topology.Subscription;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** Keeps a message in hand by its receipt. */
record QueueVisibility(SqsAsyncClient sqs, String queueUrl) implements Visibility {
    @Override
    public void extend(Delivery delivery) {
        sqs.changeMessageVisibility(change -> change.queueUrl(queueUrl)
                .receiptHandle(delivery.receipt())
                .visibilityTimeout((int) Subscription.VISIBILITY.toSeconds()));
    }
}
