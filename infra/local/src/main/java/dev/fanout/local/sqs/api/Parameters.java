package dev.fanout.local.sqs.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Refuses actions that SQS does not have, and calls that lack what the action needs. */
record Parameters(Sqs next) implements Sqs {
    private static final String QUEUE = "QueueUrl";

    private static final Map<String, List<String>> REQUIRED = Map.ofEntries(
            Map.entry("AddPermission", List.of(QUEUE, "Label", "AWSAccountIds", "Actions")),
            Map.entry("CancelMessageMoveTask", List.of("TaskHandle")),
            Map.entry("ChangeMessageVisibility", List.of(QUEUE, "ReceiptHandle", "VisibilityTimeout")),
            Map.entry("ChangeMessageVisibilityBatch", List.of(QUEUE, "Entries")),
            Map.entry("CreateQueue", List.of("QueueName")),
            Map.entry("DeleteMessage", List.of(QUEUE, "ReceiptHandle")),
            Map.entry("DeleteMessageBatch", List.of(QUEUE, "Entries")),
            Map.entry("DeleteQueue", List.of(QUEUE)),
            Map.entry("GetQueueAttributes", List.of(QUEUE)),
            Map.entry("GetQueueUrl", List.of("QueueName")),
            Map.entry("ListDeadLetterSourceQueues", List.of(QUEUE)),
            Map.entry("ListMessageMoveTasks", List.of("SourceArn")),
            Map.entry("ListQueueTags", List.of(QUEUE)),
            Map.entry("ListQueues", List.of()),
            Map.entry("PurgeQueue", List.of(QUEUE)),
            Map.entry("ReceiveMessage", List.of(QUEUE)),
            Map.entry("RemovePermission", List.of(QUEUE, "Label")),
            Map.entry("SendMessage", List.of(QUEUE, "MessageBody")),
            Map.entry("SendMessageBatch", List.of(QUEUE, "Entries")),
            Map.entry("SetQueueAttributes", List.of(QUEUE, "Attributes")),
            Map.entry("StartMessageMoveTask", List.of("SourceArn")),
            Map.entry("TagQueue", List.of(QUEUE, "Tags")),
            Map.entry("UntagQueue", List.of(QUEUE, "TagKeys")));

    private static final Set<String> NUMBERS = Set.of(
            "DelaySeconds", "MaxNumberOfMessages", "MaxNumberOfMessagesPerSecond", "MaxResults",
            "VisibilityTimeout", "WaitTimeSeconds");

    static boolean isNumber(String parameter) {
        return NUMBERS.contains(parameter);
    }

    static Set<String> actions() {
        return REQUIRED.keySet();
    }

    @Override
    public ObjectNode call(SqsCall call) {
        var required = REQUIRED.get(call.action());
        if (required == null) throw SqsRefusal.unknown(call.action());
        required.forEach(parameter -> requireThere(call, parameter));
        checkNumbers(call.parameters());
        if (call.parameters().path("Entries") instanceof JsonNode entries) entries.forEach(Parameters::checkNumbers);
        return next.call(call);
    }

    private static void requireThere(SqsCall call, String parameter) {
        if (call.parameters().path(parameter).isMissingNode() || call.parameters().path(parameter).isNull())
            throw SqsRefusal.of("MissingParameter",
                    "The request must contain the parameter %s.".formatted(parameter));
    }

    private static void checkNumbers(JsonNode structure) {
        for (var parameter : NUMBERS) {
            var value = structure.path(parameter);
            if (!value.isMissingNode() && !value.isNull() && !value.isInt())
                throw SqsRefusal.unreadable(parameter + " is not a whole number");
        }
    }
}
