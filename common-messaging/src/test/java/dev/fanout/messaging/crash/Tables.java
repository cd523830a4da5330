package dev.fanout.messaging.crash;

import dev.fanout.messaging.StateStore;
import dev.fanout.messaging.aws.Naming;
import dev.fanout.messaging.aws.TableProvisioner;
import dev.fanout.messaging.dynamodb.DynamoDbParts;
import dev.fanout.testing.FanoutStack;
import dev.fanout.topology.Fanout;
import dev.fanout.topology.Service;
import dev.fanout.topology.Topology;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The tables that all runs share, and what they say: read past every fault. */
record Tables(DynamoDbClient client, Naming naming) {
    private static final Topology USED = new Topology(
            List.of(Service.service("crash", 0).ownsTables(Fanout.INVENTORY)), Fanout.TOPOLOGY.shared());

    static Tables made() {
        var client = FanoutStack.get().dynamoDb();
        var naming = new Naming(FanoutStack.get().uniquePrefix());
        new TableProvisioner(client, naming).provision(USED);
        return new Tables(client, naming);
    }

    DynamoDbParts parts(Calls calls, Calls.Life life, Clock clock) {
        return new DynamoDbParts(DynamoDbCalls.client(client, calls, life), naming, clock);
    }

    StateStore state() {
        return new DynamoDbParts(client, naming, Clock.systemUTC()).stateStore();
    }

    boolean isDone(String markerId) {
        return !row("message-completed", markerId).isEmpty();
    }

    Optional<String> state(String markerId) {
        return Optional.ofNullable(row("message-status", markerId).get("state")).map(AttributeValue::s);
    }

    int attempts(String markerId) {
        var attempts = row("message-status", markerId).get("attempts");
        return attempts == null ? 0 : Integer.parseInt(attempts.n());
    }

    private Map<String, AttributeValue> row(String table, String id) {
        var key = Map.of("id", AttributeValue.fromS(id));
        return client.getItem(get -> get.tableName(naming.physical(table)).key(key).consistentRead(true)).item();
    }
}
