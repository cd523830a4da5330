package dev.fanout.local;

import org.eclipse.jetty.server.Handler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/** Amazon's DynamoDB Local, in memory, as a handler for our Jetty: its own would listen on all interfaces. */
final class DynamoDb implements AutoCloseable {
    private final LocalDynamoDBServerHandler handler;

    private DynamoDb(LocalDynamoDBServerHandler handler) {
        this.handler = handler;
    }

    static DynamoDb start() {
        // One database for all regions and keys: a table is found whatever credentials a client made up.
        // Telemetry is only ever sent by the engine's own main program.
        var engine = new LocalDynamoDBRequestHandler(0, true, null, true, false);
        return new DynamoDb(new LocalDynamoDBServerHandler(engine, null));
    }

    Handler handler() {
        return handler;
    }

    @Override
    public void close() {
        handler.close();
    }
}
