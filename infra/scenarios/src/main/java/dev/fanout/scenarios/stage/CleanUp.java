package dev.fanout.scenarios.stage;

import dev.fanout.scenarios.aws.AwsClients;
import dev.fanout.topology.desired.DesiredTopology;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/** Takes away again what was made. */
final class CleanUp {
    private static final Logger log = LoggerFactory.getLogger(CleanUp.class);

    private CleanUp() {}

    /** Subscriptions end with their topics. */
    static void clear(DesiredTopology desired, AwsClients aws) {
        desired.topics().forEach(topic -> attempt(() -> deleteTopic(topic.name(), aws)));
        // the last made first: a queue goes before its dead-letter queue
        desired.queues().reversed().forEach(queue -> attempt(() -> deleteQueue(queue.name(), aws)));
        desired.tables().forEach(table -> attempt(() -> aws.dynamoDb().deleteTable(it -> it.tableName(table.name()))));
    }

    private static void deleteTopic(String name, AwsClients aws) {
        var arns = aws.sns().listTopicsPaginator().topics().stream()
                .map(found -> found.topicArn())
                .filter(arn -> arn.endsWith(":" + name))
                .collect(Collectors.toList());
        arns.forEach(arn -> aws.sns().deleteTopic(delete -> delete.topicArn(arn)));
    }

    private static void deleteQueue(String name, AwsClients aws) {
        var url = aws.sqs().getQueueUrl(get -> get.queueName(name)).join().queueUrl();
        aws.sqs().deleteQueue(delete -> delete.queueUrl(url)).join();
    }

    /** What cannot be taken away must not keep the rest. */
    private static void attempt(Runnable removal) {
        try {
            removal.run();
        } catch (SdkException | CompletionException e) {
            log.debug("not removed: {}", e.getMessage());
        }
    }
}
