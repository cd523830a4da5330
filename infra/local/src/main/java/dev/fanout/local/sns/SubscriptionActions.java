package dev.fanout.local.sns;

import java.util.Collection;
import java.util.Map;

/** Making, showing and ending subscriptions. */
final class SubscriptionActions {
    private static final String NOTHING = "";

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

    private String subscribe(SnsRequest request) {
        var topic = topics.get(request.require("TopicArn"));
        if (!request.require("Protocol").equals(Subscription.PROTOCOL))
            throw SnsException.invalid("Protocol Reason: the local stack delivers to sqs only");
        var attributes = request.parameters().map("Attributes.entry");
        var subscription = subscriptions.subscribe(topic, request.require("Endpoint"), attributes);
        return Xml.text("SubscriptionArn", subscription.arn());
    }

    private String unsubscribe(SnsRequest request) {
        subscriptions.remove(request.require("SubscriptionArn"));
        return NOTHING;
    }

    private String list(SnsRequest request) {
        return list(subscriptions.all());
    }

    private String listByTopic(SnsRequest request) {
        var topic = topics.get(request.require("TopicArn"));
        return list(subscriptions.of(topic.arn()));
    }

    private String attributes(SnsRequest request) {
        var subscription = subscriptions.get(request.require("SubscriptionArn"));
        return Xml.map("Attributes", SubscriptionAttributes.shown(subscription));
    }

    private String set(SnsRequest request) {
        var value = request.parameters().values().getOrDefault("AttributeValue", "");
        subscriptions.set(request.require("SubscriptionArn"), request.require("AttributeName"), value);
        return NOTHING;
    }

    private static String list(Collection<Subscription> all) {
        return Xml.list("Subscriptions", all, SubscriptionActions::xml);
    }

    private static String xml(Subscription subscription) {
        return Xml.text("SubscriptionArn", subscription.arn())
                + Xml.text("Owner", Arns.ACCOUNT)
                + Xml.text("Protocol", Subscription.PROTOCOL)
                + Xml.text("Endpoint", subscription.endpoint())
                + Xml.text("TopicArn", subscription.topicArn());
    }
}
