package dev.fanout.messaging.sqs;

import dev.fanout.messaging.aws.Naming;
import dev.fanout.topology.Subscription;
import java.time.Clock;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** Puts together what one subscription needs. */
record SubscribedQueues(
        SqsAsyncClient sqs, Naming naming, Receivers receivers, ReceiveSettings receive, Polls polls, Clock clock) {

    SubscribedQueue of(Subscription subscription) {
        var url = url(subscription.queue());
        var deadLetters = new DeadLetters(
                sqs, naming.physical(subscription.queue()), url(subscription.deadLetterQueue()), clock);
        var visibility = new VisibilityChanges(sqs, url, subscription.visibility());
        return new SubscribedQueue(
                subscription, url, receivers.of(subscription, visibility),
                new Verdicts(new Acknowledgements(), visibility, deadLetters),
                polls, sqs, receive);
    }

    private String url(String logicalName) {
        return sqs.getQueueUrl(queue -> queue.queueName(naming.physical(logicalName))).join().queueUrl();
    }
}
