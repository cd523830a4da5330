package dev.fanout.local.sns;

import java.util.Map;

/** Making, showing and ending topics. */
final class TopicActions {
    private static final String NOTHING = "";

    private final Topics topics;
    private final Subscriptions subscriptions;

    TopicActions(Topics topics, Subscriptions subscriptions) {
        this.topics = topics;
        this.subscriptions = subscriptions;
    }

    Map<String, Action> table() {
        return Map.of(
                "CreateTopic", this::create,
                "DeleteTopic", this::delete,
                "ListTopics", this::list,
                "GetTopicAttributes", this::attributes,
                "SetTopicAttributes", this::set);
    }

    private String create(SnsRequest request) {
        var attributes = request.parameters().map("Attributes.entry");
        var topic = topics.create(request.region(), request.require("Name"), attributes);
        return Xml.text("TopicArn", topic.arn());
    }

    private String delete(SnsRequest request) {
        var arn = request.require("TopicArn");
        topics.delete(arn);
        subscriptions.removeAllOf(arn);
        return NOTHING;
    }

    private String list(SnsRequest request) {
        return Xml.list("Topics", topics.all(), topic -> Xml.text("TopicArn", topic.arn()));
    }

    private String attributes(SnsRequest request) {
        var topic = topics.get(request.require("TopicArn"));
        var shown = TopicAttributes.shown(topic, subscriptions.of(topic.arn()).size());
        return Xml.map("Attributes", shown);
    }

    private String set(SnsRequest request) {
        var arn = request.require("TopicArn");
        var name = request.require("AttributeName");
        TopicAttributes.check(name);
        topics.set(arn, name, request.parameters().values().getOrDefault("AttributeValue", ""));
        return NOTHING;
    }
}
