package dev.fanout.messaging.sqs;

import dev.fanout.messaging.aws.Naming;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * What this instance has in hand, against its limit; and the backlog of each queue and of its dead-letter queue, as SQS
 * counts them: approximately.
 */
final class QueueMetrics {
    private static final String BACKLOG = "fanout.queue.visible";
    private static final String IN_HAND = "fanout.in.hand";
    private static final String IN_HAND_LIMIT = "fanout.in.hand.limit";
    private static final String IN_FLIGHT = "fanout.queue.in.flight";
    private static final String DEAD_LETTERS = "fanout.queue.dead.letters";

    private final SqsAsyncClient sqs;
    private final Naming naming;
    private final MeterRegistry meters;
    private final Map<String, AtomicLong> values = new ConcurrentHashMap<>();

    QueueMetrics(SqsAsyncClient sqs, Naming naming, MeterRegistry meters) {
        this.sqs = sqs;
        this.naming = naming;
        this.meters = meters;
    }

    /** At the limit, no more is received: the handler is what the queue waits for. */
    void watch(SubscribedQueue queue, int limit) {
        gaugeOf(queue, IN_HAND, SubscribedQueue::inFlight);
        // of the queue, as a number by itself would be held by nobody and turn into NaN
        gaugeOf(queue, IN_HAND_LIMIT, _ -> limit);
    }

    /** In the place of the one that an earlier start has left: a registry keeps the first of a name and its tags. */
    private void gaugeOf(SubscribedQueue queue, String name, ToDoubleFunction<SubscribedQueue> value) {
        meters.find(name).tags(tags(queue)).gauges().forEach(meters::remove);
        meters.gauge(name, tags(queue), queue, value);
    }

    void measure(List<SubscribedQueue> queues) {
        for (var queue : queues) {
            var name = queue.subscription().queue();
            read(name, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, BACKLOG, queue);
            read(name, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, IN_FLIGHT, queue);
            var deadLetters = queue.subscription().deadLetterQueue();
            read(deadLetters, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, DEAD_LETTERS, queue);
        }
    }

    /** Where SQS does not answer, the last value stays; the queue's health tells that it is old. */
    private void read(String queueName, QueueAttributeName attribute, String meter, SubscribedQueue queue) {
        sqs.getQueueUrl(url -> url.queueName(naming.physical(queueName)))
                .thenCompose(url -> sqs.getQueueAttributes(
                        get -> get.queueUrl(url.queueUrl()).attributeNames(attribute)))
                .thenAccept(found -> gauge(meter, queue)
                        .set(Long.parseLong(found.attributes().getOrDefault(attribute, "0"))));
    }

    private AtomicLong gauge(String meter, SubscribedQueue queue) {
        return values.computeIfAbsent(meter + queue.subscription().queue(), _ -> {
            var value = new AtomicLong();
            meters.gauge(meter, tags(queue), value);
            return value;
        });
    }

    private static Tags tags(SubscribedQueue queue) {
        var subscription = queue.subscription();
        return Tags.of("subscriber", subscription.subscriber(), "topic", subscription.topic().name());
    }
}
