package dev.fanout.messaging.dynamodb;

import dev.fanout.messaging.StateStore;
import dev.fanout.messaging.aws.Naming;
import dev.fanout.messaging.core.Attempts;
import dev.fanout.messaging.core.Effects;
import dev.fanout.messaging.core.Leases;
import dev.fanout.topology.Retention;
import java.time.Clock;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The parts of a pipeline that live in DynamoDB, for one instance of a service. */
public record DynamoDbParts(DynamoDbClient client, Naming naming, Clock clock) {

    public Effects effects(RandomGenerator random) {
        var lane = new Lane(random);
        var items = new TransactionItems(tables(), status(), naming, lane, clock, Retention.MARKER);
        return new DynamoDbEffects(client, tables(), items, lane);
    }

    public Attempts attempts() {
        return new DynamoDbAttempts(status());
    }

    public Leases leases() {
        return new DynamoDbLeases(status(), new Markers(client, naming)::hashOf, clock);
    }

    private StatusTable status() {
        return new StatusTable(client, naming, clock, Retention.MARKER);
    }

    public StateStore stateStore() {
        return new DynamoDbStateStore(client, tables());
    }

    private StateTables tables() {
        return new StateTables(client, naming, new Documents());
    }
}
