package dev.fanout.local.sns.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fanout.local.sns.protocol.Arns;
import dev.fanout.local.sns.protocol.InvalidAttribute;
import org.jspecify.annotations.Nullable;

/** Where a subscription's {@code RedrivePolicy} sends what its queue cannot take. */
final class DeadLetters {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DeadLetters() {}

    /** The queue's name; null without a policy. */
    static @Nullable String queue(@Nullable String policy, boolean inOrder) {
        if (policy == null) return null;
        var arn = target(policy);
        if (!Arns.isQueue(arn)) throw invalid("deadLetterTargetArn is an invalid arn");
        var queue = Arns.queueName(arn);
        if (inOrder && !Arns.isFifo(queue))
            throw invalid("must use a FIFO queue as DLQ for a FIFO Subscription to a FIFO Topic.");
        if (!inOrder && Arns.isFifo(queue))
            throw invalid("must use a standard queue as DLQ for a standard Subscription.");
        return queue;
    }

    private static String target(String policy) {
        try {
            return JSON.readTree(policy).path("deadLetterTargetArn").asText();
        } catch (JsonProcessingException e) {
            throw invalid("failed to parse JSON. " + e.getMessage());
        }
    }

    private static InvalidAttribute invalid(String reason) {
        return new InvalidAttribute(SubscriptionAttributes.REDRIVE_POLICY + ": " + reason);
    }
}
