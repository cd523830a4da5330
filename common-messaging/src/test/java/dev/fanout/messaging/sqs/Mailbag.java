package dev.fanout.messaging.sqs;

import dev.fanout.events.Announcement;
import dev.fanout.events.Event;
import dev.fanout.events.EventCodec;
import dev.fanout.events.OrderCreated;
import dev.fanout.events.OrderStatus;
import dev.fanout.events.ViewRecorded;
import dev.fanout.testing.FanoutStack;
import dev.fanout.topology.Fanout;
import dev.fanout.topology.Subscription;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Publishes as a publisher does, and looks into queues. */
final class Mailbag {
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final FanoutStack stack = FanoutStack.get();
    private final EventCodec codec = new EventCodec();
    private final String prefix;

    Mailbag(String prefix) {
        this.prefix = prefix;
    }

    static OrderCreated order(String name) {
        return new OrderCreated(
                UUID.randomUUID(), name, 1, BigDecimal.ONE, OrderStatus.PENDING, List.of(), 1, Instant.now());
    }

    static ViewRecorded view(String host, String content) {
        return new ViewRecorded(UUID.randomUUID(), host, content, "ad", Instant.now(), null);
    }

    void publish(Event event) {
        var said = Announcement.of(event, codec, TRACE);
        var attributes = said.attributes().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry ->
                MessageAttributeValue.builder().dataType("String").stringValue(entry.getValue()).build()));
        stack.sns().publish(request -> {
            request.topicArn(arn(Fanout.topicOf(event).name())).message(said.body()).messageAttributes(attributes);
            said.group().ifPresent(group ->
                    request.messageGroupId(group).messageDeduplicationId(said.deduplicationId()));
        });
    }

    void publishText(String body) {
        stack.sns().publish(request -> request.topicArn(arn(Fanout.ORDER_EVENTS.name())).message(body));
    }

    /** What is parked, without taking it away. */
    List<Message> parked(Subscription subscription) {
        return stack.sqs()
                .receiveMessage(receive -> receive.queueUrl(url(subscription.deadLetterQueue()))
                        .maxNumberOfMessages(10)
                        .visibilityTimeout(0)
                        .messageAttributeNames("All"))
                .messages();
    }

    /** Visible and in flight, as the queue counts them. */
    int left(Subscription subscription) {
        var counts = stack.sqs()
                .getQueueAttributes(get -> get.queueUrl(url(subscription.queue()))
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes();
        return counts.values().stream().mapToInt(Integer::parseInt).sum();
    }

    int inFlight(Subscription subscription) {
        var name = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;
        return Integer.parseInt(stack.sqs()
                .getQueueAttributes(get -> get.queueUrl(url(subscription.queue())).attributeNames(name))
                .attributes()
                .getOrDefault(name, "0"));
    }

    /** What an operator's redrive does: the parked message goes back as it is. */
    void redrive(Subscription subscription) {
        var message = parked(subscription).getFirst();
        stack.sqs().sendMessage(send -> {
            send.queueUrl(url(subscription.queue())).messageBody(message.body());
            if (subscription.inOrder()) send.messageGroupId("host").messageDeduplicationId(UUID.randomUUID().toString());
        });
    }

    private String arn(String topic) {
        return stack.sns().listTopicsPaginator().topics().stream()
                .map(found -> found.topicArn())
                .filter(found -> found.endsWith(":" + prefix + topic))
                .findFirst()
                .orElseThrow();
    }

    private String url(String queue) {
        return stack.sqs().getQueueUrl(get -> get.queueName(prefix + queue)).queueUrl();
    }
}
