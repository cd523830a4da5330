package dev.fanout.local.sns;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Which attributes a topic may have, and what it shows beside the ones that were set. */
final class TopicAttributes {
    private static final Set<String> KNOWN = Set.of(
            "ArchivePolicy",
            "ContentBasedDeduplication",
            "DeliveryPolicy",
            "DisplayName",
            "FifoThroughputScope",
            "FifoTopic",
            "KmsMasterKeyId",
            "Policy",
            "SignatureVersion",
            "TracingConfig");

    private TopicAttributes() {}

    static void check(Map<String, String> attributes) {
        attributes.keySet().forEach(TopicAttributes::check);
    }

    static void check(String name) {
        if (!KNOWN.contains(name)) throw SnsException.invalid("AttributeName");
    }

    static Map<String, String> shown(Topic topic, int subscriptions) {
        var shown = new LinkedHashMap<String, String>();
        shown.put("TopicArn", topic.arn());
        shown.put("Owner", Arns.ACCOUNT);
        shown.put("DisplayName", "");
        shown.put("SubscriptionsConfirmed", Integer.toString(subscriptions));
        shown.put("SubscriptionsPending", "0");
        shown.put("SubscriptionsDeleted", "0");
        shown.putAll(topic.attributes());
        return shown;
    }
}
