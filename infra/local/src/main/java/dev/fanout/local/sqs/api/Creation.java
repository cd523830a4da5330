package dev.fanout.local.sqs.api;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes queues. A queue that is there already is made again only as it is. */
record Creation(Engine engine, Sqs next) implements Sqs {
    @Override
    public ObjectNode call(SqsCall call) {
        if (!call.action().equals("CreateQueue")) return next.call(call);
        var queue = call.text("QueueName");
        var settings = Settings.of(queue, call.object("Attributes"));
        if (engine.kept(queue).isPresent()) return again(call, queue, settings);
        if (SqsCall.isFifo(queue) && !settings.values().containsKey(QueueAttribute.FIFO))
            throw SqsRefusal.of("InvalidParameterValue", "Can only include alphanumeric characters, hyphens, "
                    + "or underscores. 1 to 80 in length");
        var parameters = call.parameters().deepCopy();
        parameters.set("Attributes", settings.forEngine());
        return engine.create(call.with(parameters), settings.beside());
    }

    private ObjectNode again(SqsCall call, String queue, Settings wanted) {
        var there = attributes(call, queue);
        wanted.values().forEach((attribute, value) -> {
            if (!attribute.same(value, there.path(attribute.title()).asText("")))
                throw SqsRefusal.of("QueueNameExists", "A queue already exists with the same name and a different "
                        + "value for attribute " + attribute.title());
        });
        return next.call(call.then("GetQueueUrl", queue));
    }

    private ObjectNode attributes(SqsCall call, String queue) {
        var get = call.then("GetQueueAttributes", queue);
        get.parameters().putArray("AttributeNames").add(Attributes.ALL);
        return get.with(next.call(get)).object("Attributes");
    }
}
