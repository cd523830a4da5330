package dev.fanout.publisher;

import dev.fanout.messaging.aws.Naming;
import dev.fanout.messaging.aws.Topics;
import dev.fanout.testing.FanoutStack;
import dev.fanout.topology.Fanout;
import dev.fanout.topology.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.SmartLifecycle;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A queue behind each topic: what was really published, in its order of arrival. */
@TestComponent
public class Ears implements SmartLifecycle {
    private final FanoutStack stack = FanoutStack.get();
    private final Topics topics;
    private final Naming naming;
    private final List<Heard> orders = new ArrayList<>();
    private final List<Heard> views = new ArrayList<>();
    private String orderQueue = "";
    private String viewQueue = "";

    Ears(Topics topics, Naming naming) {
        this.topics = topics;
        this.naming = naming;
    }

    /** One message. */
    public record Heard(String body, Map<String, String> attributes) {
        public Map<String, Object> json() {
            return Client.json(body);
        }

        boolean says(String field, String value) {
            return value.equals(json().get(field));
        }
    }

    /** All that was told of an order until now, each once: the outbox tells twice what took it too long. */
    public List<Heard> ofOrder(String id) {
        return messagesOfOrder(id).stream().distinct().toList();
    }

    /** As {@link #ofOrder}, and what was told again as often as it was. */
    public List<Heard> messagesOfOrder(String id) {
        listen(orderQueue, orders);
        return orders.stream().filter(heard -> heard.says("order_id", id)).toList();
    }

    public List<Heard> ofHost(String id) {
        listen(viewQueue, views);
        return views.stream().filter(heard -> heard.says("host_id", id)).toList();
    }

    public int countOfOrders() {
        listen(orderQueue, orders);
        return (int) orders.stream().distinct().count();
    }

    public int countOfViews() {
        listen(viewQueue, views);
        return views.size();
    }

    private synchronized void listen(String queue, List<Heard> heard) {
        for (var found = receive(queue); !found.isEmpty(); found = receive(queue)) hear(queue, found, heard);
    }

    private void hear(String queue, List<Message> found, List<Heard> heard) {
        found.forEach(message -> heard.add(new Heard(message.body(), attributes(message))));
        stack.sqs().deleteMessageBatch(delete -> delete.queueUrl(queue).entries(found.stream()
                .map(message -> DeleteMessageBatchRequestEntry.builder()
                        .id(message.messageId()).receiptHandle(message.receiptHandle()).build())
                .toList()));
    }

    private List<Message> receive(String queue) {
        return stack.sqs()
                .receiveMessage(receive -> receive.queueUrl(queue)
                        .maxNumberOfMessages(10)
                        .waitTimeSeconds(0)
                        .messageAttributeNames("All"))
                .messages();
    }

    private static Map<String, String> attributes(Message message) {
        return message.messageAttributes().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, attribute -> stringOf(attribute.getValue())));
    }

    private static String stringOf(MessageAttributeValue value) {
        return value.stringValue();
    }

    @Override
    public void start() {
        orderQueue = behind(Fanout.ORDER_EVENTS, "ear-orders", Map.of());
        viewQueue = behind(Fanout.VIEW_EVENTS, "ear-views.fifo", Map.of(QueueAttributeName.FIFO_QUEUE, "true"));
    }

    private String behind(Topic topic, String name, Map<QueueAttributeName, String> attributes) {
        var queue = stack.sqs()
                .createQueue(create -> create.queueName(naming.physical(name)).attributes(attributes))
                .queueUrl();
        var arn = stack.sqs()
                .getQueueAttributes(get -> get.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        stack.sns().subscribe(subscribe -> subscribe
                .topicArn(topics.arn(topic))
                .protocol("sqs")
                .endpoint(arn)
                .attributes(Map.of("RawMessageDelivery", "true")));
        return queue;
    }

    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
        return !orderQueue.isEmpty();
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1;
    }
}
