package dev.fanout.local.sns;

import dev.fanout.local.sns.protocol.Action;
import dev.fanout.local.sns.protocol.Arns;
import dev.fanout.local.sns.protocol.Page;
import dev.fanout.local.sns.protocol.SnsException;
import dev.fanout.local.sns.protocol.SnsRequest;
import dev.fanout.local.sns.protocol.Xml;
import dev.fanout.local.sns.registry.Subscription;
import dev.fanout.local.sns.registry.SubscriptionAttributes;
import dev.fanout.local.sns.registry.Subscriptions;
import dev.fanout.local.sns.registry.Topics;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Making, showing and ending subscriptions. */
final class SubscriptionActions {
    private static final Set<String> OTHER_PROTOCOLS =
            Set.of("application", "email", "email-json", "firehose", "http", "https", "lambda", "sms");

    private final Topics topics;
    private final Subscriptions subscriptions;

    SubscriptionActions(Topics topics, Subscriptions subscriptions) {
        this.topics = topics;
        this.subscriptions = subscriptions;
    }

    Map<String, Action> table() {
        return Map.of(
                "Subscribe", this::subscribe,
                "Unsubscribe", this::unsubscribe,
                "ListSubscriptions", this::list,
                "ListSubscriptionsByTopic", this::listByTopic,
                "GetSubscriptionAttributes", this::attributes,
                "SetSubscriptionAttributes", this::set);
    }

    /** A queue of the same account is confirmed at once, so its ARN is answered whether asked for or not. */
    private String subscribe(SnsRequest request) {
        var topic = topics.get(request.require("TopicArn"));
        checkProtocol(request.require("Protocol"));
        var attributes = request.parameters().map("Attributes.entry");
        var subscription = subscriptions.subscribe(topic, request.require("Endpoint"), attributes);
        return Xml.text("SubscriptionArn", subscription.arn());
    }

    private @Nullable String unsubscribe(SnsRequest request) {
        subscriptions.remove(request.require("SubscriptionArn"));
        return null;
    }

    private String list(SnsRequest request) {
        var here = subscriptions.all().stream().filter(sub -> request.isOfRegion(sub.arn())).toList();
        return list(here, request);
    }

    private String listByTopic(SnsRequest request) {
        var topic = topics.get(request.require("TopicArn"));
        return list(subscriptions.of(topic.arn()), request);
    }

    private String attributes(SnsRequest request) {
        var subscription = subscriptions.get(request.require("SubscriptionArn"));
        return Xml.map("Attributes", SubscriptionAttributes.shown(subscription));
    }

    private @Nullable String set(SnsRequest request) {
        var value = request.parameters().values().getOrDefault("AttributeValue", "");
        subscriptions.set(request.require("SubscriptionArn"), request.require("AttributeName"), value);
        return null;
    }

    private static void checkProtocol(String protocol) {
        if (protocol.equals(Subscription.PROTOCOL)) return;
        throw SnsException.invalid(OTHER_PROTOCOLS.contains(protocol)
                ? "Protocol Reason: the local stack delivers to sqs only"
                : "Amazon SNS does not support this protocol string: " + protocol);
    }

    private static String list(Collection<Subscription> all, SnsRequest request) {
        return Page.of(all, Subscription::arn, request.nextToken())
                .xml("Subscriptions", SubscriptionActions::xml);
    }

    private static String xml(Subscription subscription) {
        return Xml.text("SubscriptionArn", subscription.arn())
                + Xml.text("Owner", Arns.ACCOUNT)
                + Xml.text("Protocol", Subscription.PROTOCOL)
                + Xml.text("Endpoint", subscription.endpoint())
                + Xml.text("TopicArn", subscription.topicArn());
    }
}
