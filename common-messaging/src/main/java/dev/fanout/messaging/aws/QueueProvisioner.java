package dev.fanout.messaging.aws;

import dev.fanout.topology.Retention;
import dev.fanout.topology.Subscription;
import dev.fanout.topology.Topic;
import dev.fanout.topology.Topology;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;
import tools.jackson.databind.json.JsonMapper;

/** Creates topics, queues with their dead-letter queues, and subscriptions; what is there already stays. */
final class QueueProvisioner {
    private final SqsAsyncClient sqs;
    private final SnsClient sns;
    private final Naming naming;
    private final JsonMapper json = JsonMapper.shared();

    QueueProvisioner(SqsAsyncClient sqs, SnsClient sns, Naming naming) {
        this.sqs = sqs;
        this.sns = sns;
        this.naming = naming;
    }

    void provision(Topology topology) {
        for (var topic : topology.topics()) {
            var arn = topicArn(topic);
            topology.subscriptions().stream()
                    .filter(subscription -> subscription.topic().equals(topic))
                    .forEach(subscription -> provision(subscription, arn));
        }
    }

    private String topicArn(Topic topic) {
        var attributes = topic.fifo()
                ? Map.of(
                        "FifoTopic", "true",
                        "ContentBasedDeduplication", "false",
                        "FifoThroughputScope", "MessageGroup")
                : Map.<String, String>of();
        return sns.createTopic(request -> request.name(naming.physical(topic.name())).attributes(attributes))
                .topicArn();
    }

    private void provision(Subscription subscription, String topicArn) {
        var deadLetters = queueArn(queueUrl(subscription.deadLetterQueue(), deadLetterAttributes(subscription)));
        var queue = queueArn(queueUrl(subscription.queue(), queueAttributes(subscription, deadLetters, topicArn)));
        var attributes = new HashMap<>(Map.of("RawMessageDelivery", "true"));
        if (!subscription.filter().isEmpty())
            attributes.put("FilterPolicy", json.writeValueAsString(subscription.filter()));
        sns.subscribe(request -> request.topicArn(topicArn).protocol("sqs").endpoint(queue).attributes(attributes));
    }

    private Map<QueueAttributeName, String> deadLetterAttributes(Subscription subscription) {
        var attributes = fifo(subscription);
        attributes.put(QueueAttributeName.MESSAGE_RETENTION_PERIOD, "" + Retention.DEAD_LETTER.toSeconds());
        return attributes;
    }

    private Map<QueueAttributeName, String> queueAttributes(
            Subscription subscription, String deadLetters, String topic) {
        var attributes = fifo(subscription);
        attributes.put(QueueAttributeName.MESSAGE_RETENTION_PERIOD, "" + Retention.QUEUE.toSeconds());
        attributes.put(QueueAttributeName.VISIBILITY_TIMEOUT, "" + Subscription.VISIBILITY.toSeconds());
        attributes.put(QueueAttributeName.REDRIVE_POLICY, json.writeValueAsString(
                Map.of("deadLetterTargetArn", deadLetters, "maxReceiveCount", Subscription.MAX_RECEIVES)));
        attributes.put(QueueAttributeName.POLICY, json.writeValueAsString(Map.of(
                "Version", "2012-10-17",
                "Statement", Map.of(
                        "Effect", "Allow",
                        "Principal", Map.of("Service", "sns.amazonaws.com"),
                        "Action", "sqs:SendMessage",
                        "Resource", "*",
                        "Condition", Map.of("ArnEquals", Map.of("aws:SourceArn", topic))))));
        return attributes;
    }

    private static Map<QueueAttributeName, String> fifo(Subscription subscription) {
        var attributes = new EnumMap<QueueAttributeName, String>(QueueAttributeName.class);
        if (!subscription.inOrder()) return attributes;
        attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
        attributes.put(QueueAttributeName.DEDUPLICATION_SCOPE, "messageGroup");
        attributes.put(QueueAttributeName.FIFO_THROUGHPUT_LIMIT, "perMessageGroupId");
        return attributes;
    }

    private String queueUrl(String logicalName, Map<QueueAttributeName, String> attributes) {
        var name = naming.physical(logicalName);
        try {
            return sqs.createQueue(request -> request.queueName(name).attributes(attributes)).join().queueUrl();
        } catch (CompletionException e) {
            // There from an earlier version of the topology: its settings follow the newer one.
            if (e.getCause() instanceof QueueNameExistsException) return updated(name, attributes);
            throw e;
        }
    }

    private String updated(String name, Map<QueueAttributeName, String> attributes) {
        var url = sqs.getQueueUrl(request -> request.queueName(name)).join().queueUrl();
        var changeable = new EnumMap<>(attributes);
        changeable.remove(QueueAttributeName.FIFO_QUEUE);
        sqs.setQueueAttributes(request -> request.queueUrl(url).attributes(changeable)).join();
        return url;
    }

    private String queueArn(String url) {
        var found = sqs.getQueueAttributes(
                        request -> request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                .join();
        return Objects.requireNonNull(found.attributes().get(QueueAttributeName.QUEUE_ARN), "a queue has an ARN");
    }
}
