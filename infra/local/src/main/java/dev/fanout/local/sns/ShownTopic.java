package dev.fanout.local.sns;

import dev.fanout.local.sns.protocol.Arns;
import dev.fanout.local.sns.registry.Topic;
import dev.fanout.local.sns.registry.TopicAttributes;
import java.util.LinkedHashMap;
import java.util.Map;

/** What GetTopicAttributes shows: what was set, over what AWS gives every topic. */
final class ShownTopic {
    private static final String OWNERS_POLICY = """
            {"Version":"2008-10-17","Id":"__default_policy_ID","Statement":[{"Sid":"__default_statement_ID",\
            "Effect":"Allow","Principal":{"AWS":"*"},"Action":["SNS:GetTopicAttributes",\
            "SNS:SetTopicAttributes","SNS:AddPermission","SNS:RemovePermission","SNS:DeleteTopic",\
            "SNS:Subscribe","SNS:ListSubscriptionsByTopic","SNS:Publish"],"Resource":"%s",\
            "Condition":{"StringEquals":{"AWS:SourceOwner":"%s"}}}]}""";
    private static final String DELIVERY = """
            {"http":{"defaultHealthyRetryPolicy":{"minDelayTarget":20,"maxDelayTarget":20,"numRetries":3,\
            "numMaxDelayRetries":0,"numNoDelayRetries":0,"numMinDelayRetries":0,\
            "backoffFunction":"linear"},"disableSubscriptionOverrides":false,\
            "defaultRequestPolicy":{"headerContentType":"text/plain; charset=UTF-8"}}}""";

    private ShownTopic() {}

    static Map<String, String> attributes(Topic topic, int subscriptions) {
        var shown = new LinkedHashMap<String, String>();
        shown.put("TopicArn", topic.arn());
        shown.put("Owner", Arns.ACCOUNT);
        shown.put(TopicAttributes.DISPLAY_NAME, "");
        shown.put(TopicAttributes.POLICY, OWNERS_POLICY.formatted(topic.arn(), Arns.ACCOUNT));
        shown.put("EffectiveDeliveryPolicy", DELIVERY);
        shown.put("SubscriptionsConfirmed", Integer.toString(subscriptions));
        shown.put("SubscriptionsPending", "0");
        shown.put("SubscriptionsDeleted", "0");
        if (topic.fifo()) shown.put(TopicAttributes.BY_CONTENT, "false");
        shown.putAll(topic.attributes());
        return shown;
    }
}
