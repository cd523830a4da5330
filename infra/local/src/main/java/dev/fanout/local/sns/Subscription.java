package dev.fanout.local.sns;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A queue that hears a topic.
 *
 * @param endpoint the queue's ARN
 */
record Subscription(
        String arn,
        String topicArn,
        String endpoint,
        Map<String, String> attributes,
        FilterPolicy filter) {

    static final String PROTOCOL = "sqs";

    static Subscription of(String arn, String topicArn, String endpoint, Map<String, String> attributes) {
        SubscriptionAttributes.check(attributes);
        var filter = FilterPolicy.parse(attributes.getOrDefault("FilterPolicy", ""));
        return new Subscription(arn, topicArn, endpoint, Map.copyOf(attributes), filter);
    }

    Subscription with(String name, String value) {
        var changed = new LinkedHashMap<>(attributes);
        changed.put(name, value);
        return of(arn, topicArn, endpoint, changed);
    }

    boolean raw() {
        return Boolean.parseBoolean(attributes.get("RawMessageDelivery"));
    }

    String queue() {
        return Arns.queueName(endpoint);
    }

    boolean inOrder() {
        return endpoint.endsWith(".fifo");
    }
}
