package dev.fanout.testing;

import dev.fanout.events.Event;
import dev.fanout.events.EventCodec;
import dev.fanout.events.OutboundMessage;
import dev.fanout.topology.Fanout;
import dev.fanout.topology.Topic;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;

/** Publishes events as the publisher service does, under one test's names. */
public final class TestPublisher {
    public static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private static final int BATCH = 10;

    private final FanoutStack stack = FanoutStack.get();
    private final EventCodec codec = new EventCodec();
    private final Map<Topic, String> arns = new ConcurrentHashMap<>();
    private final String prefix;

    public TestPublisher(String prefix) {
        this.prefix = prefix;
    }

    /** One after the other. */
    public void publish(Event... events) {
        for (var event : events) publishTo(Fanout.topicOf(event), event);
    }

    /** One after the other: on a standard topic, too, they arrive in this order as a rule. */
    public void publishTo(Topic topic, Event... events) {
        for (var event : events) publishBatch(topic, List.of(event));
    }

    /** By tens, as the publisher does; in this order on a FIFO topic alone. */
    public void publish(List<? extends Event> events) {
        var byTopic = events.stream().collect(Collectors.<Event, Topic>groupingBy(Fanout::topicOf));
        byTopic.forEach((topic, some) -> {
            for (int from = 0; from < some.size(); from += BATCH)
                publishBatch(topic, some.subList(from, Math.min(from + BATCH, some.size())));
        });
    }

    /** What no publisher of ours would say. */
    public void publishText(Topic topic, String body) {
        stack.sns().publish(request -> request.topicArn(arn(topic)).message(body));
    }

    private void publishBatch(Topic topic, List<Event> events) {
        var entries = IntStream.range(0, events.size())
                .mapToObj(i -> entry("e" + i, OutboundMessage.of(events.get(i), codec, TRACEPARENT), topic))
                .toList();
        var failed = stack.sns()
                .publishBatch(request -> request.topicArn(arn(topic)).publishBatchRequestEntries(entries))
                .failed();
        if (!failed.isEmpty()) throw new IllegalStateException("not taken: " + failed);
    }

    private static PublishBatchRequestEntry entry(String id, OutboundMessage said, Topic topic) {
        var entry = PublishBatchRequestEntry.builder()
                .id(id).message(said.body()).messageAttributes(attributes(said));
        if (topic.fifo())
            entry.messageGroupId(said.group().orElseThrow()).messageDeduplicationId(said.deduplicationId());
        return entry.build();
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
