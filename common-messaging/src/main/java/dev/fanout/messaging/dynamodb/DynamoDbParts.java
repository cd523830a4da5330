package dev.fanout.messaging.dynamodb;

import dev.fanout.messaging.StateStore;
import dev.fanout.messaging.aws.Naming;
import dev.fanout.messaging.core.Attempts;
import dev.fanout.messaging.core.Effects;
import dev.fanout.topology.Retention;
import java.time.Clock;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The parts of a pipeline that live in DynamoDB, for one instance of a service. */
public record DynamoDbParts(DynamoDbClient client, Naming naming, Clock clock) {

    public Effects effects(RandomGenerator random) {
        var lane = new Lane(random);
        var items = new TransactionItems(tables(), naming, lane, clock, Retention.MARKER);
        return new DynamoDbEffects(client, tables(), items, lane);
    }

    public Attempts attempts() {
        return new DynamoDbAttempts(client, naming, clock, Retention.MARKER);
    }

    public StateStore stateStore() {
        return new DynamoDbStateStore(client, tables());
    }

    private StateTables tables() {
        return new StateTables(client, naming, new Documents());
    }
}
