package dev.fanout.local;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The stack that this module's tests share, and AWS's own clients on it. */
final class Aws {
    private static final LocalStack STACK = start();
    static final SnsClient SNS = client(SnsClient.builder());
    static final SqsClient SQS = client(SqsClient.builder());
    static final DynamoDbClient DYNAMODB = client(DynamoDbClient.builder());

    private Aws() {}

    private static LocalStack start() {
        Logs.quiet();
        return LocalStack.start(LocalStackSettings.ANY_FREE_PORTS);
    }

    static URI endpoint() {
        return STACK.endpoint();
    }

    static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder) {
        return client(builder, STACK.endpoint());
    }

    static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
            B builder, URI endpoint) {
        return builder.httpClient(AwsCrtHttpClient.create())
                .region(Region.US_EAST_1)
                .endpointOverride(endpoint)
                .credentialsProvider(() -> AwsBasicCredentials.create("any", "any"))
                .build();
    }

    static String unique(String name) {
        return UUID.randomUUID().toString().substring(0, 8) + "-" + name;
    }

    static String topic(String name) {
        return SNS.createTopic(topic -> topic.name(unique(name))).topicArn();
    }

    static String fifoTopic(Map<String, String> attributes) {
        var all = new HashMap<>(attributes);
        all.put("FifoTopic", "true");
        return SNS.createTopic(topic -> topic.name(unique("t.fifo")).attributes(all)).topicArn();
    }

    static String queue() {
        return SQS.createQueue(queue -> queue.queueName(unique("q"))).queueUrl();
    }

    static String fifoQueue() {
        return SQS.createQueue(queue -> queue.queueName(unique("q.fifo"))
                        .attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
                .queueUrl();
    }

    static String arn(String queue) {
        var attributes =
                SQS.getQueueAttributes(q -> q.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN));
        return attributes.attributes().values().iterator().next();
    }

    static String subscribe(String topic, String queue, Map<String, String> attributes) {
        var endpoint = arn(queue);
        return SNS.subscribe(s -> s.topicArn(topic).protocol("sqs").endpoint(endpoint).attributes(attributes))
                .subscriptionArn();
    }

    static String subscribeRaw(String topic, String queue) {
        return subscribe(topic, queue, Map.of("RawMessageDelivery", "true"));
    }

    /** A publish is answered when the queues have it: so nothing here needs to wait. */
    static List<Message> receive(String queue) {
        return SQS.receiveMessage(r -> r.queueUrl(queue)
                        .maxNumberOfMessages(10)
                        .messageAttributeNames("All")
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
    }

    static List<String> bodies(String queue) {
        return receive(queue).stream().map(Message::body).toList();
    }
}
