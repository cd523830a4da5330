package dev.fanout.testing;

import dev.fanout.events.Event;
import dev.fanout.events.EventCodec;
import dev.fanout.events.OutboundMessage;
import dev.fanout.topology.Fanout;
import dev.fanout.topology.Topic;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** Publishes events as the publisher service does, under one test's names. */
public final class TestPublisher {
    public static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final FanoutStack stack = FanoutStack.get();
    private final EventCodec codec = new EventCodec();
    private final Map<Topic, String> arns = new ConcurrentHashMap<>();
    private final String prefix;

    public TestPublisher(String prefix) {
        this.prefix = prefix;
    }

    public void publish(Event... events) {
        for (var event : events) publishTo(Fanout.topicOf(event), event);
    }

    public void publishTo(Topic topic, Event... events) {
        for (var event : events) publish(OutboundMessage.of(event, codec, TRACEPARENT), topic);
    }

    /** What no publisher of ours would say. */
    public void publishText(Topic topic, String body) {
        stack.sns().publish(request -> request.topicArn(arn(topic)).message(body));
    }

    private void publish(OutboundMessage said, Topic topic) {
        stack.sns().publish(request -> {
            request.topicArn(arn(topic)).message(said.body()).messageAttributes(attributes(said));
            if (topic.fifo())
                request.messageGroupId(said.group().orElseThrow()).messageDeduplicationId(said.deduplicationId());
        });
    }

    private static Map<String, MessageAttributeValue> attributes(OutboundMessage said) {
        return said.attributes().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry ->
                MessageAttributeValue.builder().dataType("String").stringValue(entry.getValue()).build()));
    }

    private String arn(Topic topic) {
        return arns.computeIfAbsent(topic, this::find);
    }

    private String find(Topic topic) {
        return stack.sns().listTopicsPaginator().topics().stream()
                .map(found -> found.topicArn())
                .filter(found -> found.endsWith(":" + prefix + topic.name()))
                .findFirst()
                .orElseThrow();
    }
}
