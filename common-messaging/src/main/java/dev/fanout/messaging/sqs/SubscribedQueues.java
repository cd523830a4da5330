package dev.fanout.messaging.sqs;

import dev.fanout.events.EventCodec;
import dev.fanout.messaging.aws.Naming;
import dev.fanout.messaging.core.Attempts;
import dev.fanout.messaging.core.Backoff;
import dev.fanout.messaging.core.Effects;
import dev.fanout.messaging.core.GroupCommit;
import dev.fanout.messaging.core.Pipeline;
import dev.fanout.messaging.core.PipelineMetrics;
import dev.fanout.messaging.core.PipelineParts;
import dev.fanout.messaging.core.Subscriber;
import dev.fanout.topology.Retention;
import dev.fanout.topology.Subscription;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** Puts together what one subscription needs. */
record SubscribedQueues(
        SqsAsyncClient sqs,
        Naming naming,
        Handlers handlers,
        EventCodec codec,
        Effects effects,
        Attempts attempts,
        RetrySettings retries,
        ReceiveSettings receive,
        Polls polls,
        Clock clock,
        MeterRegistry meters) {

    SubscribedQueue of(Subscription subscription) {
        var url = url(subscription.queue());
        var deadLetters = new DeadLetters(
                sqs, naming.physical(subscription.queue()), url(subscription.deadLetterQueue()), clock);
        var commits = new GroupCommit(new Pipeline(parts(subscription)), subscription.queue());
        var verdicts = new Verdicts(sqs, url, deadLetters);
        return new SubscribedQueue(subscription, url, commits, verdicts, polls, sqs, receive);
    }

    private PipelineParts parts(Subscription subscription) {
        var subscriber = new Subscriber(
                subscription.subscriber(),
                subscription.topic().carries(),
                subscription.maxAttempts(),
                Retention.MARKER);
        return new PipelineParts(
                subscriber,
                handlers.of(subscription),
                codec,
                effects,
                attempts,
                new Backoff(retries.firstDelay(), retries.maxDelay(), RandomGenerator.getDefault()),
                Thread::sleep,
                clock,
                new PipelineMetrics(meters, subscription.subscriber(), subscription.topic().name(), clock));
    }

    private String url(String logicalName) {
        return sqs.getQueueUrl(queue -> queue.queueName(naming.physical(logicalName))).join().queueUrl();
    }
}
