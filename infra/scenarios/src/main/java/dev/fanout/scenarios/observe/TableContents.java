package dev.fanout.scenarios.observe;

import dev.fanout.messaging.Page;
import dev.fanout.messaging.Span;
import dev.fanout.messaging.StateStore;
import dev.fanout.messaging.aws.Naming;
import dev.fanout.messaging.dynamodb.DynamoDbParts;
import dev.fanout.scenarios.aws.AwsClients;
import dev.fanout.scenarios.worker.WorkTables;
import dev.fanout.topology.Fanout;
import dev.fanout.topology.Table;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is written in the tables of a workplace. */
public final class TableContents {
    private static final String ATTEMPTS = "attempts";

    private final AwsClients aws;
    private final Naming naming;
    private final StateStore state;

    public TableContents(AwsClients aws, Naming naming) {
        this.aws = aws;
        this.naming = naming;
        this.state = new DynamoDbParts(aws.dynamoDb(), naming, Clock.systemUTC()).stateStore();
    }

    /** How often each piece was done, of those that were. */
    public Map<String, Long> done() {
        var done = new TreeMap<String, Long>();
        Page.walk(Span.ALL, span -> state.sums(WorkTables.TABLE, WorkTables.PIECES, span, StateStore.LARGEST_PAGE),
                piece -> done.put(piece.name(), piece.count(WorkTables.DONE)));
        return done;
    }

    public long doneOnce() {
        return done().values().stream().filter(times -> times == 1).count();
    }

    public long doneAgain() {
        return done().values().stream().filter(times -> times > 1).count();
    }

    /** The pieces of a group in the order in which they were done. */
    public List<String> group(String name) {
        return state.find(WorkTables.group(name)).map(WorkTables.Group::ids).orElse(List.of());
    }

    /** Rows that say of an event, or of a business fact, that it is done. */
    public long markers() {
        return items(Fanout.MESSAGE_COMPLETED).size();
    }

    /** Failed attempts, by the event's marker. */
    public Map<String, Integer> attempts() {
        var attempts = new TreeMap<String, Integer>();
        var id = Fanout.MESSAGE_STATUS.keys().partition();
        items(Fanout.MESSAGE_STATUS).forEach(row -> attempts.put(
                row.getOrDefault(id, AttributeValue.fromS("?")).s(),
                Integer.parseInt(row.getOrDefault(ATTEMPTS, AttributeValue.fromN("0")).n())));
        return attempts;
    }

    /** Events that are still to be published. */
    public long outbox() {
        return items(Fanout.OUTBOX).stream().filter(row -> row.containsKey("body")).count();
    }

    private List<Map<String, AttributeValue>> items(Table table) {
        return aws.dynamoDb()
                .scanPaginator(scan -> scan.tableName(naming.physical(table.name())).consistentRead(true))
                .items()
                .stream()
                .toList();
    }
}
