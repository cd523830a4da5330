package dev.fanout.local;

import dev.fanout.local.data.DataFolder;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/** Amazon's DynamoDB Local as a handler for our Jetty: its own would listen on all interfaces. */
final class DynamoDb implements AutoCloseable {
    private final LocalDynamoDBServerHandler handler;
    private final int foundTables;

    private DynamoDb(LocalDynamoDBServerHandler handler, int foundTables) {
        this.handler = handler;
        this.foundTables = foundTables;
    }

    static DynamoDb start(@Nullable DataFolder folder) {
        // One database for all regions and keys: a table is found whatever credentials a client made up.
        // Telemetry is only ever sent by the engine's own main program.
        var path = folder == null ? null : folder.folder("dynamodb").toString();
        var engine = new LocalDynamoDBRequestHandler(0, path == null, path, true, false);
        return new DynamoDb(new LocalDynamoDBServerHandler(engine, null), path == null ? 0 : tables(engine));
    }

    Handler handler() {
        return handler;
    }

    int foundTables() {
        return foundTables;
    }

    @Override
    public void close() {
        handler.close();
    }

    private static int tables(LocalDynamoDBRequestHandler engine) {
        int count = 0;
        String last = null;
        do {
            var page = ListTablesRequest.builder().exclusiveStartTableName(last).build();
            var tables = engine.listTables("fanout", "us-east-1", page);
            count += tables.tableNames().size();
            last = tables.lastEvaluatedTableName();
        } while (last != null);
        return count;
    }
}
