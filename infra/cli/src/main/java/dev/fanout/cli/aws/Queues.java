package dev.fanout.cli.aws;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** The queues of an account. */
public final class Queues {
    public static final String ARN = "QueueArn";

    private final SqsClient sqs;

    Queues(SqsClient sqs) {
        this.sqs = sqs;
    }

    public Optional<String> url(String name) {
        try {
            return Optional.of(sqs.getQueueUrl(get -> get.queueName(name)).queueUrl());
        } catch (QueueDoesNotExistException _) {
            return Optional.empty();
        }
    }

    public Optional<Map<String, String>> attributes(String name) {
        return url(name).map(url -> sqs.getQueueAttributes(
                        get -> get.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                .attributesAsStrings());
    }

    public void delete(String url) {
        try {
            sqs.deleteQueue(delete -> delete.queueUrl(url));
        } catch (QueueDoesNotExistException _) {
            // gone already
        }
    }
}
