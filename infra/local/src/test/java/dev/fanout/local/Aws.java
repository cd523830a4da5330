package dev.fanout.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
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

    /** A call of the query protocol that no SDK would make. */
    static HttpResponse<String> query(String service, String form) {
        var request = HttpRequest.newBuilder(endpoint())
                .header("Authorization", "AWS4 Credential=any/20261122/eu-west-1/" + service + "/aws4_request")
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return http(request);
    }

    /** A call of the JSON protocol that no SDK would make. */
    static HttpResponse<String> json(String target, String body) {
        var request = HttpRequest.newBuilder(endpoint())
                .header("Authorization", "AWS4 Credential=any/20261122/eu-west-1/any/aws4_request, Signature=any")
                .header("X-Amz-Target", target)
                .header("Content-Type", "application/x-amz-json-1.0")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http(request);
    }

    static HttpResponse<String> get(URI uri) {
        return http(HttpRequest.newBuilder(uri).build());
    }

    private static HttpResponse<String> http(HttpRequest request) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

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
        return client(builder, endpoint, Region.US_EAST_1);
    }

    static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
            B builder, URI endpoint, Region region) {
        return builder.httpClient(AwsCrtHttpClient.create())
                .region(region)
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

    static void drop(String queue) {
        SQS.deleteQueue(q -> q.queueUrl(queue));
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

    static Map<String, String> subscription(String arn) {
        return SNS.getSubscriptionAttributes(s -> s.subscriptionArn(arn)).attributes();
    }

    static void set(String subscription, String name, String value) {
        SNS.setSubscriptionAttributes(
                s -> s.subscriptionArn(subscription).attributeName(name).attributeValue(value));
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

    /** The envelope of the one message that is there. */
    static JsonNode envelope(String queue) {
        try {
            return new ObjectMapper().readTree(bodies(queue).getFirst());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    static List<String> bodies(String queue) {
        return receive(queue).stream().map(Message::body).toList();
    }
}
