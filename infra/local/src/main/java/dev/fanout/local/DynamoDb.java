package dev.fanout.local;

import com.almworks.sqlite4java.SQLiteConnection;
import dev.fanout.local.data.DataFolder;
import dev.fanout.local.data.UnusableData;
import java.nio.file.Path;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteLibraryLoader;

/** Amazon's DynamoDB Local as a handler for our Jetty: its own would listen on all interfaces. */
final class DynamoDb implements AutoCloseable {
    // One database for all regions and keys: a table is found whatever credentials a client made up.
    private static final boolean SHARED = true;

    private final LocalDynamoDBServerHandler handler;
    private final int foundTables;

    private DynamoDb(LocalDynamoDBServerHandler handler, int foundTables) {
        this.handler = handler;
        this.foundTables = foundTables;
    }

    static DynamoDb start(@Nullable DataFolder folder) {
        // Telemetry is only ever sent by the engine's own main program.
        var engine = folder == null ? inMemory() : in(folder.folder("dynamodb"));
        return new DynamoDb(new LocalDynamoDBServerHandler(engine, null), folder == null ? 0 : tables(engine));
    }

    private static LocalDynamoDBRequestHandler inMemory() {
        return new LocalDynamoDBRequestHandler(0, true, null, SHARED, false);
    }

    private static LocalDynamoDBRequestHandler in(Path folder) {
        writeAhead(folder.resolve("shared-local-instance.db"));
        return new LocalDynamoDBRequestHandler(0, false, folder.toString(), SHARED, false);
    }

    /** SQLite remembers this in the file. It waits for the disk once a commit then, instead of four times. */
    private static void writeAhead(Path file) {
        var database = new SQLiteConnection(file.toFile());
        try {
            SQLiteLibraryLoader.initialize();
            database.open(true).exec("PRAGMA journal_mode = WAL");
        } catch (Exception e) {
            throw new UnusableData("The tables in %s cannot be read: %s".formatted(file, e.getMessage()));
        } finally {
            database.dispose();
        }
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
