package dev.fanout.local.sns;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Which attributes a subscription may have, and what it shows beside the ones that were set. */
final class SubscriptionAttributes {
    private static final Set<String> KNOWN = Set.of(
            "DeliveryPolicy",
            "FilterPolicy",
            "FilterPolicyScope",
            "RawMessageDelivery",
            "RedrivePolicy",
            "ReplayPolicy",
            "SubscriptionRoleArn");
    private static final Set<String> BOOLEAN = Set.of("true", "false");

    private SubscriptionAttributes() {}

    static void check(Map<String, String> attributes) {
        if (!KNOWN.containsAll(attributes.keySet())) throw SnsException.invalid("AttributeName");
        if (!BOOLEAN.contains(attributes.getOrDefault("RawMessageDelivery", "false").toLowerCase()))
            throw SnsException.invalid(
                    "Attributes Reason: RawMessageDelivery: Invalid value. Must be true or false.");
        if (!attributes.getOrDefault("FilterPolicyScope", "MessageAttributes").equals("MessageAttributes"))
            throw SnsException.invalid("FilterPolicyScope: not supported by the local stack yet");
    }

    static Map<String, String> shown(Subscription subscription) {
        var shown = new LinkedHashMap<String, String>();
        shown.put("SubscriptionArn", subscription.arn());
        shown.put("TopicArn", subscription.topicArn());
        shown.put("Protocol", Subscription.PROTOCOL);
        shown.put("Endpoint", subscription.endpoint());
        shown.put("Owner", Arns.ACCOUNT);
        shown.put("RawMessageDelivery", "false");
        shown.put("ConfirmationWasAuthenticated", "true");
        shown.put("PendingConfirmation", "false");
        if (subscription.attributes().containsKey("FilterPolicy"))
            shown.put("FilterPolicyScope", "MessageAttributes");
        shown.putAll(subscription.attributes());
        return shown;
    }
}
