package dev.fanout.messaging.dynamodb;

import dev.fanout.messaging.StateStore;
import dev.fanout.messaging.aws.Naming;
import dev.fanout.messaging.lease.LeaseStore;
import dev.fanout.messaging.retry.Attempts;
import dev.fanout.messaging.store.EffectStore;
import dev.fanout.topology.Retention;
import java.time.Clock;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The parts of a pipeline that live in DynamoDB, for one instance of a service. */
public record DynamoDbParts(DynamoDbClient client, Naming naming, Clock clock) {

    public EffectStore effects(RandomGenerator random) {
        var shard = new CounterShard(random);
        var items = new TransactionItems(tables(), status(), naming, shard, clock, Retention.MARKER);
        return new DynamoDbEffectStore(client, tables(), items, shard);
    }

    public Attempts attempts() {
        return new DynamoDbAttempts(status());
    }

    public LeaseStore leases() {
        return new DynamoDbLeaseStore(status(), new Markers(client, naming)::hashOf, clock);
    }

    private StatusTable status() {
        return new StatusTable(client, naming, clock, Retention.MARKER);
    }

    public StateStore stateStore() {
        return new DynamoDbStateStore(client, tables());
    }

    private StateTables tables() {
        return new StateTables(client, naming, new RecordMapper());
    }
}
