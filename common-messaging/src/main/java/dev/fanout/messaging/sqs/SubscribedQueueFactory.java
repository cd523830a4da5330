package dev.fanout.messaging.sqs;

import dev.fanout.messaging.aws.Naming;
import dev.fanout.messaging.sqs.disposition.Acknowledgements;
import dev.fanout.messaging.sqs.disposition.DeadLetterQueue;
import dev.fanout.messaging.sqs.disposition.DispositionExecutor;
import dev.fanout.messaging.sqs.disposition.VisibilityChanges;
import dev.fanout.topology.Subscription;
import java.time.Clock;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** Puts together what one subscription needs. */
record SubscribedQueueFactory(
        SqsAsyncClient sqs, Naming naming, ReceiverFactory receivers, ReceiveSettings receive,
                LastPollTracker lastPolls, Clock clock) {

    SubscribedQueue of(Subscription subscription) {
        var url = url(subscription.queue());
        var deadLetters = new DeadLetterQueue(
                sqs, naming.physical(subscription.queue()), url(subscription.deadLetterQueue()), clock);
        var visibility = new VisibilityChanges(sqs, url, subscription.visibility());
        return new SubscribedQueue(
                subscription, url, receivers.of(subscription, visibility),
                new DispositionExecutor(new Acknowledgements(), visibility, deadLetters),
                lastPolls, sqs, receive);
    }

    private String url(String logicalName) {
        return sqs.getQueueUrl(queue -> queue.queueName(naming.physical(logicalName))).join().queueUrl();
    }
}
