package dev.fanout.local.sqs.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;

/**
 * One call.
 *
 * @param parameters as the JSON protocol has them
 * @param endpoint what the client called us: a queue's URL begins with it
 */
public record SqsCall(String action, ObjectNode parameters, URI endpoint) {
    /** The name at the end of the queue's URL, by which alone a queue is found. */
    public String queue() {
        return afterLast('/', text("QueueUrl"));
    }

    boolean toFifoQueue() {
        return isFifo(queue());
    }

    static boolean isFifo(String queue) {
        return queue.endsWith(".fifo");
    }

    /** Empty when it is not given. */
    String text(String parameter) {
        return parameters.path(parameter).asText("");
    }

    /** The object of that name; an empty one, not part of this call, when it is not given. */
    ObjectNode object(String parameter) {
        return parameters.get(parameter) instanceof ObjectNode object
                ? object
                : JsonNodeFactory.instance.objectNode();
    }

    SqsCall with(ObjectNode parameters) {
        return new SqsCall(action, parameters, endpoint);
    }

    /** Another call of the same client. */
    SqsCall then(String action, String queue) {
        var parameters = JsonNodeFactory.instance.objectNode()
                .put("QueueName", queue)
                .put("QueueUrl", endpoint + "000000000000/" + queue);
        return new SqsCall(action, parameters, endpoint);
    }

    static String queueOf(String arn) {
        return afterLast(':', arn);
    }

    private static String afterLast(char separator, String text) {
        return text.substring(text.lastIndexOf(separator) + 1);
    }
}
