package dev.fanout.messaging.aws;

import dev.fanout.topology.Topology;
import dev.fanout.topology.desired.Arns;
import dev.fanout.topology.desired.DesiredQueue;
import dev.fanout.topology.desired.DesiredSubscription;
import dev.fanout.topology.desired.DesiredTopic;
import dev.fanout.topology.desired.DesiredTopology;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;

/** Creates topics, queues with their dead-letter queues, and subscriptions; what is there already stays. */
public final class QueueProvisioner {
    private final SqsAsyncClient sqs;
    private final SnsClient sns;
    private final Naming naming;

    public QueueProvisioner(SqsAsyncClient sqs, SnsClient sns, Naming naming) {
        this.sqs = sqs;
        this.sns = sns;
        this.naming = naming;
    }

    public void provision(Topology topology) {
        var desired = DesiredTopology.of(topology, naming.asPrefix());
        var made = new ProvisionedArns();
        desired.topics().forEach(topic -> made.topic(topic.name(), create(topic)));
        desired.queues().forEach(queue -> made.queue(queue.name(), create(queue, made)));
        desired.subscriptions().forEach(subscription -> create(subscription, made));
    }

    private String create(DesiredTopic topic) {
        return sns.createTopic(request -> request.name(topic.name()).attributes(topic.attributes())).topicArn();
    }

    private String create(DesiredQueue queue, Arns arns) {
        return arn(url(queue.name(), queue.attributes(arns)));
    }

    private void create(DesiredSubscription subscription, Arns arns) {
        sns.subscribe(request -> request.topicArn(arns.ofTopic(subscription.topic()))
                .protocol("sqs")
                .endpoint(arns.ofQueue(subscription.queue()))
                .attributes(subscription.attributes()));
    }

    private String url(String name, Map<String, String> attributes) {
        try {
            return sqs.createQueue(request -> request.queueName(name).attributesWithStrings(attributes))
                    .join()
                    .queueUrl();
        } catch (CompletionException e) {
            // There from an earlier version of the topology: its settings follow the newer one.
            if (e.getCause() instanceof QueueNameExistsException) return updated(name, attributes);
            throw e;
        }
    }

    private String updated(String name, Map<String, String> attributes) {
        var url = sqs.getQueueUrl(request -> request.queueName(name)).join().queueUrl();
        var changeable = new HashMap<>(attributes);
        changeable.remove(DesiredQueue.FIFO_QUEUE);
        sqs.setQueueAttributes(request -> request.queueUrl(url).attributesWithStrings(changeable)).join();
        return url;
    }

    private String arn(String url) {
        var found = sqs.getQueueAttributes(
                        request -> request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                .join();
        return Objects.requireNonNull(found.attributes().get(QueueAttributeName.QUEUE_ARN), "a queue has an ARN");
    }
}
