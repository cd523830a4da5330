package dev.fanout.scenarios.produce;

import dev.fanout.events.OutboundMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** An SQS queue, past its topic. */
record QueueSink(SqsAsyncClient sqs, String url) implements MessageSink {
    @Override
    public String name() {
        return "queue " + url.substring(url.lastIndexOf('/') + 1);
    }

    @Override
    public List<OutboundMessage> send(List<OutboundMessage> batch) {
        var entries = IntStream.range(0, batch.size()).mapToObj(i -> entry(i, batch.get(i))).toList();
        var failed = answer(entries).failed();
        return failed.stream().map(entry -> batch.get(Integer.parseInt(entry.id()))).toList();
    }

    private SendMessageBatchResponse answer(List<SendMessageBatchRequestEntry> entries) {
        try {
            return sqs.sendMessageBatch(send -> send.queueUrl(url).entries(entries)).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof SdkException cause) throw cause;
            throw e;
        }
    }

    private SendMessageBatchRequestEntry entry(int index, OutboundMessage said) {
        var entry = SendMessageBatchRequestEntry.builder()
                .id(String.valueOf(index))
                .messageBody(said.body())
                .messageAttributes(attributes(said));
        if (Fifo.is(url)) entry.messageGroupId(Fifo.group(said)).messageDeduplicationId(said.deduplicationId());
        return entry.build();
    }

    private static Map<String, MessageAttributeValue> attributes(OutboundMessage said) {
        return said.attributes().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, attribute ->
                MessageAttributeValue.builder().dataType("String").stringValue(attribute.getValue()).build()));
    }
}
