package dev.fanout.publisher.outbox;

import dev.fanout.events.EventCodec;
import dev.fanout.messaging.aws.Naming;
import dev.fanout.messaging.publish.Publishing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The outbox of one process, with relay and sweeper, that moves only when it is told to. */
public final class Postman {
    public static final Duration SWEEP_AFTER = Duration.ofSeconds(5);
    public static final Duration LEASE = Duration.ofSeconds(20);

    private final Relay relay;
    private final Sweeper sweeper;
    private final Outbox outbox;

    public Postman(DynamoDbClient dynamoDb, Naming naming, Publishing topic, EventCodec codec, Clock clock) {
        var settings = new OutboxSettings(100, 1, Duration.ofSeconds(2), SWEEP_AFTER, LEASE);
        var table = new OutboxTable(dynamoDb, naming);
        var rows = new RowPublisher(topic, table, clock);
        var meters = new SimpleMeterRegistry();
        relay = new Relay(rows, settings, clock, meters);
        sweeper = new Sweeper(table, rows, new ShardLeases(dynamoDb, naming, settings, clock), settings, clock, meters);
        outbox = new Outbox(table, relay, codec, clock);
    }

    public Outbox outbox() {
        return outbox;
    }

    public void relay() {
        try {
            relay.publishNext(Duration.ZERO);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public void sweep() {
        IntStream.range(0, OutboxRow.SHARDS).mapToObj(OutboxRow::shard).forEach(sweeper::sweep);
    }
}
