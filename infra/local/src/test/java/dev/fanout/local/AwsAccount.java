package dev.fanout.local;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResultEntry;
import software.amazon.awssdk.services.sns.model.PublishResponse;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What a test does with one stack, in names instead of ARNs and URLs. */
final class AwsAccount {
    private static final String ARN = "arn:aws:%s:us-east-1:000000000000:%s";

    private final SnsClient sns;
    private final SqsClient sqs;
    private final DynamoDbClient dynamoDb;

    AwsAccount(URI endpoint) {
        sns = Aws.client(SnsClient.builder(), endpoint);
        sqs = Aws.client(SqsClient.builder(), endpoint);
        dynamoDb = Aws.client(DynamoDbClient.builder(), endpoint);
    }

    void topic(String name) {
        sns.createTopic(topic -> topic.name(name));
    }

    void fifoTopic(String name) {
        sns.createTopic(topic -> topic.name(name).attributes(Map.of("FifoTopic", "true")));
    }

    String queue(String name, Map<String, String> attributes) {
        var all = attributes.entrySet().stream()
                .collect(Collectors.toMap(e -> QueueAttributeName.fromValue(e.getKey()), Map.Entry::getValue));
        if (name.endsWith(".fifo")) all.put(QueueAttributeName.FIFO_QUEUE, "true");
        sqs.createQueue(queue -> queue.queueName(name).attributes(all));
        return name;
    }

    void set(String queue, String attribute, String value) {
        sqs.setQueueAttributes(q -> q.queueUrl(url(queue)).attributesWithStrings(Map.of(attribute, value)));
    }

    Map<String, String> attributes(String queue) {
        return sqs.getQueueAttributes(q -> q.queueUrl(url(queue)).attributeNames(QueueAttributeName.ALL))
                .attributesAsStrings();
    }

    static String redrive(String deadLetterQueue, int maxReceives) {
        return "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}"
                .formatted(ARN.formatted("sqs", deadLetterQueue), maxReceives);
    }

    void subscribe(String topic, String queue, Map<String, String> attributes) {
        var arn = sns.subscribe(s -> s.topicArn(ARN.formatted("sns", topic))
                        .protocol("sqs")
                        .endpoint(ARN.formatted("sqs", queue))
                        .attributes(attributes))
                .subscriptionArn();
        sns.setSubscriptionAttributes(s -> s.subscriptionArn(arn)
                .attributeName("RawMessageDelivery")
                .attributeValue("true"));
    }

    void publish(String topic, String body, Map<String, String> attributes) {
        var typed = attributes.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e ->
                MessageAttributeValue.builder().dataType("String").stringValue(e.getValue()).build()));
        sns.publish(p -> p.topicArn(ARN.formatted("sns", topic)).message(body).messageAttributes(typed));
    }

    /** The body is the deduplication id. */
    PublishResponse publishFifo(String topic, String group, String body) {
        return sns.publish(p -> p.topicArn(ARN.formatted("sns", topic))
                .message(body)
                .messageGroupId(group)
                .messageDeduplicationId(body));
    }

    List<PublishBatchResultEntry> publishBatch(String topic, List<PublishBatchRequestEntry> entries) {
        var arn = ARN.formatted("sns", topic);
        return sns.publishBatch(p -> p.topicArn(arn).publishBatchRequestEntries(entries))
                .successful();
    }

    void send(String queue, String body) {
        sqs.sendMessage(m -> m.queueUrl(url(queue)).messageBody(body));
    }

    void sendFifo(String queue, String body, String deduplicationId) {
        sqs.sendMessage(m -> m.queueUrl(url(queue))
                .messageBody(body)
                .messageGroupId("g")
                .messageDeduplicationId(deduplicationId));
    }

    List<Message> receive(String queue) {
        return sqs.receiveMessage(r -> r.queueUrl(url(queue))
                        .maxNumberOfMessages(10)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
    }

    List<String> bodies(String queue) {
        return receive(queue).stream().map(Message::body).toList();
    }

    void delete(String queue, String receipt) {
        sqs.deleteMessage(d -> d.queueUrl(url(queue)).receiptHandle(receipt));
    }

    int inFlight(String queue) {
        var name = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;
        var attributes = sqs.getQueueAttributes(q -> q.queueUrl(url(queue)).attributeNames(name));
        return Integer.parseInt(attributes.attributes().get(name));
    }

    void purge(String queue) {
        sqs.purgeQueue(q -> q.queueUrl(url(queue)));
    }

    void dropQueue(String queue) {
        sqs.deleteQueue(q -> q.queueUrl(url(queue)));
    }

    List<String> queues() {
        return sqs.listQueues().queueUrls();
    }

    /** With seven pieces of tea. */
    void table(String name) {
        dynamoDb.createTable(t -> t.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(key -> key.attributeName("id").keyType(KeyType.HASH))
                .attributeDefinitions(id -> id.attributeName("id").attributeType(ScalarAttributeType.S)));
        dynamoDb.putItem(p -> p.tableName(name).item(Map.of("id", text("tea"), "n", text("7"))));
    }

    @Nullable AttributeValue item(String table, String id) {
        return dynamoDb.getItem(g -> g.tableName(table).key(Map.of("id", text(id)))).item().get("n");
    }

    private String url(String queue) {
        return "http://localhost/000000000000/" + queue;
    }

    static AttributeValue text(String value) {
        return AttributeValue.builder().s(value).build();
    }
}
