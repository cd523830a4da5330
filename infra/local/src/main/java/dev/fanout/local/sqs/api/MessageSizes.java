package dev.fanout.local.sqs.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Refuses what is longer than the queue takes. */
record MessageSizes(Engine engine, Sqs next) implements Sqs {
    // No queue can be told to take less: what is shorter needs no look at the queue.
    private static final int ALWAYS_TAKEN = 1_024;

    @Override
    public ObjectNode call(SqsCall call) {
        return switch (call.action()) {
            case "SendMessage" -> one(call);
            case "SendMessageBatch" -> batch(call);
            default -> next.call(call);
        };
    }

    private ObjectNode one(SqsCall call) {
        var size = size(call.parameters());
        if (size > ALWAYS_TAKEN && size > limit(call.queue()))
            throw SqsRefusal.of("InvalidParameterValue", tooLong(limit(call.queue())));
        return next.call(call);
    }

    private ObjectNode batch(SqsCall call) {
        var entries = call.parameters().path("Entries").valueStream().toList();
        var sum = entries.stream().mapToLong(MessageSizes::size).sum();
        if (sum > Defaults.MAXIMUM_SIZE)
            throw SqsRefusal.of("BatchRequestTooLong",
                    "Batch requests cannot be longer than %d bytes. You have sent %d bytes."
                            .formatted(Defaults.MAXIMUM_SIZE, sum));
        if (sum <= ALWAYS_TAKEN) return next.call(call);
        var limit = limit(call.queue());
        var refused = entries.stream().filter(entry -> size(entry) > limit).toList();
        return refused.isEmpty() ? next.call(call) : without(refused, entries, limit, call);
    }

    private ObjectNode without(List<JsonNode> refused, List<JsonNode> entries, int limit, SqsCall call) {
        var rest = call.parameters().deepCopy();
        var taken = rest.putArray("Entries");
        entries.stream().filter(entry -> !refused.contains(entry)).forEach(taken::add);
        var answer = taken.isEmpty() ? JsonNodeFactory.instance.objectNode() : next.call(call.with(rest));
        var failed = answer.withArrayProperty("Failed");
        refused.forEach(entry -> failed.addObject()
                .put("Id", entry.path("Id").asText())
                .put("SenderFault", true)
                .put("Code", "InvalidParameterValue")
                .put("Message", tooLong(limit)));
        return answer;
    }

    private int limit(String queue) {
        var kept = engine.kept(queue).orElseThrow(SqsRefusal::noSuchQueue).get(QueueAttribute.MAXIMUM_SIZE.title());
        return kept == null ? Defaults.MAXIMUM_SIZE : Integer.parseInt(kept);
    }

    private static String tooLong(int limit) {
        return "One or more parameters are invalid. Reason: Message must be shorter than %d bytes.".formatted(limit);
    }

    /** Body and attributes: their names, types and values. */
    private static long size(JsonNode message) {
        long size = bytes(message.path("MessageBody").asText(""));
        for (var attribute : message.path("MessageAttributes").properties())
            size += bytes(attribute.getKey()) + size(attribute);
        return size;
    }

    private static long size(Map.Entry<String, JsonNode> attribute) {
        var typed = attribute.getValue();
        return bytes(typed.path("DataType").asText(""))
                + bytes(typed.path("StringValue").asText(""))
                // base64 makes four letters of three bytes
                + typed.path("BinaryValue").asText("").length() * 3L / 4;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
