package dev.fanout.local.sqs.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Sets and shows attributes: those of the engine, and those that it would accept and forget. */
record Attributes(Engine engine, Sqs next) implements Sqs {
    static final String ALL = "All";

    private static final Set<String> READ_ONLY = Set.of(
            "QueueArn", "CreatedTimestamp", "LastModifiedTimestamp", "ApproximateNumberOfMessages",
            "ApproximateNumberOfMessagesNotVisible", "ApproximateNumberOfMessagesDelayed");

    @Override
    public ObjectNode call(SqsCall call) {
        return switch (call.action()) {
            case "GetQueueAttributes" -> get(call);
            case "SetQueueAttributes" -> set(call);
            default -> next.call(call);
        };
    }

    private ObjectNode get(SqsCall call) {
        var beside = Defaults.complete(call.queue(), kept(call.queue()));
        var names = names(call);
        var answer = JsonNodeFactory.instance.objectNode();
        if (names.isEmpty()) return answer;
        var attributes = answer.putObject("Attributes");
        attributes.setAll(ofEngine(call, names));
        beside.forEach((name, value) -> {
            if (names.contains(ALL) || names.contains(name)) attributes.put(name, value);
        });
        return attributes.isEmpty() ? JsonNodeFactory.instance.objectNode() : answer;
    }

    private ObjectNode ofEngine(SqsCall call, Set<String> names) {
        var asked = new ArrayList<>(names);
        asked.removeIf(name -> QueueAttribute.named(name).filter(QueueAttribute::isKeptBeside).isPresent());
        if (asked.isEmpty()) return JsonNodeFactory.instance.objectNode();
        var parameters = JsonNodeFactory.instance.objectNode().put("QueueUrl", call.text("QueueUrl"));
        var array = parameters.putArray("AttributeNames");
        asked.forEach(array::add);
        return call.with(next.call(call.with(parameters))).object("Attributes");
    }

    private ObjectNode set(SqsCall call) {
        kept(call.queue());
        var settings = Settings.of(call.queue(), call.object("Attributes"));
        var forEngine = settings.forEngine();
        var byContent = forEngine.remove(QueueAttribute.CONTENT_BASED_DEDUPLICATION.title());
        // A queue stays what it is.
        forEngine.remove(QueueAttribute.FIFO.title());
        if (!forEngine.isEmpty()) tellEngine(call, forEngine);
        if (byContent != null) engine.deduplicateByContent(call.queue(), byContent.asBoolean());
        if (settings.removed().contains(QueueAttribute.REDRIVE)) engine.endRedrive(call.queue());
        keep(call.queue(), settings);
        return JsonNodeFactory.instance.objectNode();
    }

    private void tellEngine(SqsCall call, ObjectNode attributes) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode().put("QueueUrl", call.text("QueueUrl"));
        next.call(call.with(parameters.set("Attributes", attributes)));
    }

    private void keep(String queue, Settings settings) {
        var removed = new ArrayList<>(settings.removed().stream().map(QueueAttribute::title).toList());
        var beside = settings.beside();
        // A queue is encrypted in one of two ways: the one set last.
        if (beside.containsKey(QueueAttribute.KMS_KEY.title())) removed.add(QueueAttribute.SQS_ENCRYPTION.title());
        if ("true".equals(beside.get(QueueAttribute.SQS_ENCRYPTION.title())))
            removed.add(QueueAttribute.KMS_KEY.title());
        engine.keep(queue, beside, removed);
    }

    private Map<String, String> kept(String queue) {
        return engine.kept(queue).orElseThrow(SqsRefusal::noSuchQueue);
    }

    private static Set<String> names(SqsCall call) {
        var names = new TreeSet<String>();
        call.parameters().path("AttributeNames").valueStream().map(JsonNode::asText).forEach(names::add);
        for (var name : names)
            if (!name.equals(ALL) && !READ_ONLY.contains(name) && QueueAttribute.named(name).isEmpty())
                throw SqsRefusal.of("InvalidAttributeName", "Unknown Attribute %s.".formatted(name));
        return names;
    }
}
