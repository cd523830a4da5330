package dev.fanout.messaging.sqs;

import dev.fanout.events.OrderCreated;
import dev.fanout.events.OrderStatus;
import dev.fanout.events.ViewRecorded;
import dev.fanout.testing.FanoutStack;
import dev.fanout.topology.Subscription;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Events for tests, and a look into queues. */
final class Mailbag {
    private final FanoutStack stack = FanoutStack.get();
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

    private String url(String queue) {
        return stack.sqs().getQueueUrl(get -> get.queueName(prefix + queue)).queueUrl();
    }
}
