package dev.fanout.scenarios.observe;

import dev.fanout.messaging.sqs.disposition.DeadLetterQueue;
import dev.fanout.scenarios.aws.AwsClients;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.json.JsonMapper;

/** The queue of a workplace, and its dead letters. */
public final class WorkQueues {
    private final AwsClients aws;
    private final String url;
    private final String deadLetters;
    private final JsonMapper json = JsonMapper.shared();
    private final Map<String, DeadLetter> parked = new HashMap<>();

    public WorkQueues(AwsClients aws, String queue, String deadLetterQueue) {
        this.aws = aws;
        this.url = url(queue);
        this.deadLetters = url(deadLetterQueue);
    }

    private String url(String name) {
        return aws.sqs().getQueueUrl(get -> get.queueName(name)).join().queueUrl();
    }

    public QueueDepth depth() {
        return depth(url);
    }

    public int deadLetters() {
        return depth(deadLetters).all();
    }

    private QueueDepth depth(String queue) {
        var found = aws.sqs().getQueueAttributes(get -> get.queueUrl(queue).attributeNames(QueueAttributeName.ALL))
                .join()
                .attributes();
        return new QueueDepth(
                number(found, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)
                        + number(found, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED),
                number(found, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
    }

    private static int number(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
        return Integer.parseInt(attributes.getOrDefault(name, "0"));
    }

    /** All that were ever seen in the dead-letter queue. They stay there. */
    public List<DeadLetter> parked() {
        for (var found = receive(); !found.isEmpty(); found = receive())
            found.forEach(message -> parked.put(message.messageId(), parked(message)));
        return List.copyOf(parked.values());
    }

    private List<Message> receive() {
        return aws.sqs()
                .receiveMessage(receive -> receive.queueUrl(deadLetters)
                        .maxNumberOfMessages(10)
                        .waitTimeSeconds(1)
                        .messageAttributeNames(DeadLetterQueue.PARKED))
                .join()
                .messages();
    }

    private DeadLetter parked(Message message) {
        var note = message.messageAttributes().get(DeadLetterQueue.PARKED);
        var said = json.readTree(note == null ? "{}" : note.stringValue());
        var id = json.readTree(message.body()).path("id").asString("?");
        return new DeadLetter(id, said.path("reason").asString("none"), said.path("attempts").asInt(0));
    }
}
