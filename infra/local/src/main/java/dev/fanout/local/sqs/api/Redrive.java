package dev.fanout.local.sqs.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Which queue may have which dead-letter queue, and which queue is one. */
record Redrive(Engine engine, Sqs next) implements Sqs {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String POLICY = QueueAttribute.REDRIVE.title();

    @Override
    public ObjectNode call(SqsCall call) {
        switch (call.action()) {
            case "CreateQueue" -> checkPolicy(call, call.text("QueueName"));
            case "SetQueueAttributes" -> checkPolicy(call, call.queue());
            case "StartMessageMoveTask" -> checkMove(call);
            default -> {}
        }
        return next.call(call);
    }

    private void checkPolicy(SqsCall call, String queue) {
        var policy = call.object("Attributes").path(POLICY).asText("");
        if (policy.isEmpty()) return;
        var target = SqsCall.queueOf(target(policy));
        var kept = engine.kept(target).orElseThrow(() -> refuse(policy, "Dead letter target does not exist."));
        if (SqsCall.isFifo(target) != SqsCall.isFifo(queue))
            throw refuse(policy, "Dead-letter queue must be same type of queue as the source.");
        var allowed = kept.get(QueueAttribute.REDRIVE_ALLOW.title());
        if (allowed != null && !allows(parse(allowed), queue))
            throw refuse(policy, "The queue does not allow this source queue to use it as a dead-letter queue.");
    }

    private static String target(String policy) {
        var parsed = parse(policy);
        var count = parsed.path("maxReceiveCount").asText("");
        if (parsed.path("deadLetterTargetArn").asText("").isEmpty())
            throw refuse(policy, "Redrive policy does not contain mandatory attribute: deadLetterTargetArn.");
        if (!count.matches("\\d{1,4}") || Integer.parseInt(count) < 1 || Integer.parseInt(count) > 1_000)
            throw refuse(policy,
                    "Invalid value for maxReceiveCount: %s, valid values are from 1 to 1000 both inclusive."
                            .formatted(count));
        return parsed.path("deadLetterTargetArn").asText();
    }

    private static boolean allows(JsonNode allowed, String queue) {
        return switch (allowed.path("redrivePermission").asText()) {
            case "denyAll" -> false;
            case "byQueue" -> allowed.path("sourceQueueArns")
                    .valueStream()
                    .anyMatch(arn -> SqsCall.queueOf(arn.asText()).equals(queue));
            default -> true;
        };
    }

    private void checkMove(SqsCall call) {
        var source = SqsCall.queueOf(call.text("SourceArn"));
        if (engine.kept(source).isEmpty())
            throw SqsRefusal.of("ResourceNotFoundException",
                    "The resource that you specified for the SourceArn parameter doesn't exist.");
        if (next.call(call.then("ListDeadLetterSourceQueues", source)).path("queueUrls").isEmpty())
            throw SqsRefusal.of("InvalidParameterValue", "Source queue must be configured as a Dead Letter Queue.");
    }

    private static SqsRefusal refuse(String policy, String reason) {
        return SqsRefusal.invalidValue(POLICY, policy, reason);
    }

    private static JsonNode parse(String policy) {
        try {
            return JSON.readTree(policy);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(policy);
        }
    }
}
