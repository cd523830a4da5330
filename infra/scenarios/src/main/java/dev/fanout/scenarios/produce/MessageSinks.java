package dev.fanout.scenarios.produce;

import dev.fanout.scenarios.aws.AwsClients;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** Finds topics and queues by what people call them. */
public record MessageSinks(AwsClients aws) {

    /** @param name or an ARN */
    public MessageSink topic(String name) {
        return aws.sns().listTopicsPaginator().topics().stream()
                .map(found -> found.topicArn())
                .filter(arn -> arn.equals(name) || arn.endsWith(":" + name))
                .findFirst()
                .<MessageSink>map(arn -> new TopicSink(aws.sns(), arn))
                .orElseThrow(() -> new ProducingFailed("There is no topic '%s' at %s".formatted(name, aws)));
    }

    /** @param name or a URL */
    public MessageSink queue(String name) {
        if (name.contains("://")) return queue(name.substring(name.lastIndexOf('/') + 1));
        try {
            return new QueueSink(aws.sqs(), aws.sqs().getQueueUrl(get -> get.queueName(name)).join().queueUrl());
        } catch (CompletionException e) {
            if (e.getCause() instanceof QueueDoesNotExistException)
                throw new ProducingFailed("There is no queue '%s' at %s".formatted(name, aws));
            throw e;
        }
    }
}
