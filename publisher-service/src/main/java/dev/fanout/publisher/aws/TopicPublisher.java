package dev.fanout.publisher.aws;

import dev.fanout.events.OutboundMessage;
import dev.fanout.messaging.aws.Topics;
import dev.fanout.messaging.pipeline.OutageLogger;
import dev.fanout.messaging.publish.Published;
import dev.fanout.messaging.publish.Publishing;
import dev.fanout.topology.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;

/** Publishes in batches and says what SNS took. It does not throw when SNS fails. */
@Component
public class TopicPublisher implements Publishing {
    private final SnsClient sns;
    private final Topics topics;
    private final MeterRegistry meters;
    private final OutageLogger outage;

    TopicPublisher(SnsClient sns, Topics topics, MeterRegistry meters, Clock clock) {
        this.sns = sns;
        this.topics = topics;
        this.meters = meters;
        this.outage = new OutageLogger("Publishing to SNS", clock);
    }

    /** After a failed call the rest is not tried. */
    @Override
    public Published publish(Topic topic, List<OutboundMessage> announcements) {
        var taken = new HashSet<String>();
        var unavailable = false;
        try {
            for (var chunk : Chunks.of(announcements)) taken.addAll(publishChunk(topic, chunk));
        } catch (RuntimeException e) {
            // Whatever it is, the events are not lost: they are in the outbox, or with their sender.
            outage.failed(e.toString());
            unavailable = true;
        }
        count(topic, "published", taken.size());
        count(topic, "failed", announcements.size() - taken.size());
        return new Published(Set.copyOf(taken), unavailable);
    }

    private Set<String> publishChunk(Topic topic, List<OutboundMessage> chunk) {
        var entries = IntStream.range(0, chunk.size()).mapToObj(i -> entry(i, chunk.get(i))).toList();
        var answer = sns.publishBatch(
                request -> request.topicArn(topics.arn(topic)).publishBatchRequestEntries(entries));
        report(answer);
        return answer.successful().stream()
                .map(entry -> chunk.get(Integer.parseInt(entry.id())).deduplicationId())
                .collect(Collectors.toSet());
    }

    private void report(PublishBatchResponse answer) {
        if (answer.failed().isEmpty()) outage.worked();
        else outage.failed(answer.failed().getFirst().code() + " " + answer.failed().getFirst().message());
    }

    private void count(Topic topic, String outcome, int events) {
        meters.counter("fanout.publish.events", "topic", topic.name(), "outcome", outcome).increment(events);
    }

    private static PublishBatchRequestEntry entry(int index, OutboundMessage message) {
        var entry = PublishBatchRequestEntry.builder()
                .id(String.valueOf(index))
                .message(message.body())
                .messageAttributes(attributes(message));
        message.group().ifPresent(group ->
                entry.messageGroupId(group).messageDeduplicationId(message.deduplicationId()));
        return entry.build();
    }

    private static Map<String, MessageAttributeValue> attributes(OutboundMessage message) {
        return message.attributes().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, attribute -> MessageAttributeValue.builder()
                        .dataType("String")
                        .stringValue(attribute.getValue())
                        .build()));
    }
}
