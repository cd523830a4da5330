package dev.fanout.local.sns.registry;

import dev.fanout.local.sns.filter.FilterPolicy;
import dev.fanout.local.sns.protocol.Arns;
import dev.fanout.local.sns.protocol.InvalidAttribute;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A queue that hears a topic.
 *
 * @param endpoint the queue's ARN
 * @param deadLetters the queue that gets what this one cannot take; null: nobody gets it
 */
public record Subscription(
        String arn,
        String topicArn,
        String endpoint,
        Map<String, String> attributes,
        FilterPolicy filter,
        @Nullable String deadLetters) {

    public static final String PROTOCOL = "sqs";

    /** Throws {@link InvalidAttribute}. */
    static Subscription of(String arn, String topicArn, String endpoint, Map<String, String> attributes) {
        var kept = SubscriptionAttributes.checked(attributes);
        var redrive = kept.get(SubscriptionAttributes.REDRIVE_POLICY);
        return new Subscription(
                arn,
                topicArn,
                endpoint,
                kept,
                SubscriptionAttributes.filter(kept),
                DeadLetters.queue(redrive, Arns.isFifo(endpoint)));
    }

    Subscription with(String name, String value) {
        var changed = new LinkedHashMap<>(attributes);
        changed.put(name, value);
        return of(arn, topicArn, endpoint, changed);
    }

    public boolean raw() {
        return SubscriptionAttributes.raw(attributes);
    }

    public String queue() {
        return Arns.queueName(endpoint);
    }

    public boolean inOrder() {
        return Arns.isFifo(endpoint);
    }
}
