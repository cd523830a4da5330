package dev.fanout.local.sqs.api;

/** The way of a call to the engine, from the outside in. */
public final class Api {
    private Api() {}

    public static Sqs before(Engine engine) {
        var attributes = new Attributes(engine, engine);
        var sized = new MessageSizes(engine, attributes);
        var explained = new Receipts(sized);
        var created = new Creation(engine, new Pages(explained));
        return new Parameters(new Redrive(engine, created));
    }
}
