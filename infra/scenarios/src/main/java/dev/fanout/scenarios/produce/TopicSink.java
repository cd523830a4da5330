package dev.fanout.scenarios.produce;

import dev.fanout.events.OutboundMessage;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;

/** An SNS topic. */
record TopicSink(SnsClient sns, String arn) implements MessageSink {
    @Override
    public String name() {
        return "topic " + arn.substring(arn.lastIndexOf(':') + 1);
    }

    @Override
    public List<OutboundMessage> send(List<OutboundMessage> batch) {
        var entries = IntStream.range(0, batch.size()).mapToObj(i -> entry(i, batch.get(i))).toList();
        var answer = sns.publishBatch(publish -> publish.topicArn(arn).publishBatchRequestEntries(entries));
        return answer.failed().stream().map(failed -> batch.get(Integer.parseInt(failed.id()))).toList();
    }

    private PublishBatchRequestEntry entry(int index, OutboundMessage said) {
        var entry = PublishBatchRequestEntry.builder()
                .id(String.valueOf(index))
                .message(said.body())
                .messageAttributes(attributes(said));
        if (Fifo.is(arn)) entry.messageGroupId(Fifo.group(said)).messageDeduplicationId(said.deduplicationId());
        return entry.build();
    }

    private static Map<String, MessageAttributeValue> attributes(OutboundMessage said) {
        return said.attributes().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, attribute ->
                MessageAttributeValue.builder().dataType("String").stringValue(attribute.getValue()).build()));
    }
}
