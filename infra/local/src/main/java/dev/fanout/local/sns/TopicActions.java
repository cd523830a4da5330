package dev.fanout.local.sns;

import dev.fanout.local.sns.protocol.Action;
import dev.fanout.local.sns.protocol.Page;
import dev.fanout.local.sns.protocol.SnsRequest;
import dev.fanout.local.sns.protocol.Xml;
import dev.fanout.local.sns.registry.Subscriptions;
import dev.fanout.local.sns.registry.Tags;
import dev.fanout.local.sns.registry.Topic;
import dev.fanout.local.sns.registry.Topics;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Making, showing and ending topics. */
final class TopicActions {
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
        var tags = Tags.read(request.parameters());
        var topic = topics.create(request.region(), request.require("Name"), attributes, tags);
        return Xml.text("TopicArn", topic.arn());
    }

    private @Nullable String delete(SnsRequest request) {
        var arn = request.require("TopicArn");
        topics.delete(arn);
        subscriptions.removeAllOf(arn);
        return null;
    }

    private String list(SnsRequest request) {
        var here = topics.all().stream().map(Topic::arn).filter(request::isOfRegion).toList();
        return Page.of(here, arn -> arn, request.nextToken()).xml("Topics", arn -> Xml.text("TopicArn", arn));
    }

    private String attributes(SnsRequest request) {
        var topic = topics.get(request.require("TopicArn"));
        return Xml.map("Attributes", ShownTopic.attributes(topic, subscriptions.of(topic.arn()).size()));
    }

    private @Nullable String set(SnsRequest request) {
        var value = request.parameters().values().getOrDefault("AttributeValue", "");
        topics.set(request.require("TopicArn"), request.require("AttributeName"), value);
        return null;
    }
}
