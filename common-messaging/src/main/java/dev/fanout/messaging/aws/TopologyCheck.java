package dev.fanout.messaging.aws;

import dev.fanout.topology.Service;
import dev.fanout.topology.Table;
import dev.fanout.topology.Topology;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** Stops the start of a service whose queues, topics or tables are not there, instead of letting it wait for ever. */
final class TopologyCheck implements Runnable {
    private final SqsAsyncClient sqs;
    private final DynamoDbClient dynamoDb;
    private final Topics topics;
    private final Naming naming;
    private final Service service;
    private final Topology topology;

    TopologyCheck(
            SqsAsyncClient sqs, DynamoDbClient dynamoDb, Topics topics, Naming naming, Service service, Topology all) {
        this.sqs = sqs;
        this.dynamoDb = dynamoDb;
        this.topics = topics;
        this.naming = naming;
        this.service = service;
        this.topology = all;
    }

    @Override
    public void run() {
        service.publishes().forEach(topics::arn);
        service.subscriptions().forEach(subscription -> {
            queue(subscription.queue());
            queue(subscription.deadLetterQueue());
        });
        service.tables().forEach(this::table);
        topology.shared().forEach(this::table);
    }

    private void queue(String logicalName) {
        var name = naming.physical(logicalName);
        try {
            sqs.getQueueUrl(request -> request.queueName(name)).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof QueueDoesNotExistException) throw new MissingTopology("queue", name, naming);
            throw e;
        }
    }

    private void table(Table table) {
        var name = naming.physical(table.name());
        try {
            dynamoDb.describeTable(request -> request.tableName(name));
        } catch (ResourceNotFoundException _) {
            throw new MissingTopology("table", name, naming);
        }
    }
}
