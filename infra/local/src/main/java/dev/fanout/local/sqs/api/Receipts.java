package dev.fanout.local.sqs.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Says what is wrong with a receipt handle: the engine has the same answer for an old one and for a made-up one. */
record Receipts(Sqs next) implements Sqs {
    private static final String INVALID = "ReceiptHandleIsInvalid";
    private static final Set<String> ACTIONS = Set.of(
            "DeleteMessage", "DeleteMessageBatch", "ChangeMessageVisibility", "ChangeMessageVisibilityBatch");

    @Override
    public ObjectNode call(SqsCall call) {
        if (!ACTIONS.contains(call.action())) return next.call(call);
        try {
            return explained(call, next.call(call));
        } catch (SqsRefusal refusal) {
            throw refusal.code().equals(INVALID) ? refusal(call, call.text("ReceiptHandle")) : refusal;
        }
    }

    private static ObjectNode explained(SqsCall call, ObjectNode answer) {
        answer.path("Failed").forEach(entry -> {
            if (entry.path("Code").asText().equals(INVALID)) explain(call, (ObjectNode) entry);
        });
        return answer;
    }

    private static void explain(SqsCall call, ObjectNode entry) {
        var id = entry.path("Id").asText();
        var handle = call.parameters().path("Entries")
                .valueStream()
                .filter(asked -> asked.path("Id").asText().equals(id))
                .map(asked -> asked.path("ReceiptHandle"))
                .map(JsonNode::asText)
                .findFirst()
                .orElse("");
        var refusal = refusal(call, handle);
        entry.put("Code", refusal.code()).put("Message", refusal.getMessage());
    }

    private static SqsRefusal refusal(SqsCall call, String handle) {
        if (!ReceiptHandle.isWellFormed(handle))
            return SqsRefusal.of(INVALID, "The input receipt handle \"%s\" is not a valid receipt handle."
                    .formatted(handle));
        return SqsRefusal.invalidValue("ReceiptHandle", handle, call.action().startsWith("Delete")
                ? "The receipt handle has expired."
                : "Message does not exist or is not available for visibility timeout change.");
    }
}
