package dev.fanout.messaging.projection;

import dev.fanout.events.Event;
import dev.fanout.events.EventCodec;
import dev.fanout.events.OrderEvent;
import dev.fanout.messaging.Action;
import dev.fanout.messaging.EventTimes;
import dev.fanout.messaging.Projection;
import dev.fanout.messaging.StateStore;
import dev.fanout.messaging.action.ActionParts;
import dev.fanout.messaging.action.ActionPipeline;
import dev.fanout.messaging.aws.Naming;
import dev.fanout.messaging.aws.TableProvisioner;
import dev.fanout.messaging.dynamodb.DynamoDbParts;
import dev.fanout.messaging.lease.Heartbeat;
import dev.fanout.messaging.lease.LeaseTimes;
import dev.fanout.messaging.pipeline.Delivery;
import dev.fanout.messaging.pipeline.PipelineMetrics;
import dev.fanout.messaging.pipeline.Subscriber;
import dev.fanout.messaging.retry.Backoff;
import dev.fanout.messaging.store.EffectStore;
import dev.fanout.testing.FanoutStack;
import dev.fanout.topology.Fanout;
import dev.fanout.topology.Retention;
import dev.fanout.topology.Service;
import dev.fanout.topology.Topology;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Pipelines over the real DynamoDB engine, with tables of their own and a clock that stands still. */
public final class Workshop {
    /** Not a day of the past: the engine's own clock deletes markers that have expired. */
    public static final Instant NOON = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(12, ChronoUnit.HOURS);
    public static final int MAX_ATTEMPTS = 3;
    /** Each test has tables of its own: those it uses, and no others. */
    private static final Topology THREE_TABLES = new Topology(
            List.of(Service.service("test", 0).ownsTables(Fanout.INVENTORY)), Fanout.TOPOLOGY.shared());
    public static final LeaseTimes LEASE = new LeaseTimes(Duration.ofSeconds(21), Duration.ofSeconds(2));

    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final EventCodec codec = new EventCodec();
    final List<Duration> pauses = new ArrayList<>();
    public final TestClock clock = new TestClock(NOON);
    private final DynamoDbClient client = FanoutStack.get().dynamoDb();
    private final Naming naming = new Naming(FanoutStack.get().uniquePrefix());
    private final DynamoDbParts dynamoDb = new DynamoDbParts(client, naming, clock);

    public Workshop() {
        new TableProvisioner(client, naming).provision(THREE_TABLES);
    }

    public StateStore state() {
        return dynamoDb.stateStore();
    }

    public EffectStore effects(int seed) {
        return dynamoDb.effects(new Random(seed));
    }

    /** A new instance: it remembers nothing of what others did. */
    ProjectionPipeline pipeline(Projection<? extends Event> projection) {
        return pipeline(projection, effects(1));
    }

    @SuppressWarnings("unchecked")
    ProjectionPipeline pipeline(Projection<? extends Event> projection, EffectStore effects) {
        return new ProjectionPipeline(new ProjectionParts(
                new Subscriber("test", OrderEvent.class, MAX_ATTEMPTS, Retention.MARKER, EventTimes.USUAL),
                (Projection<Event>) projection,
                codec,
                effects,
                dynamoDb.attempts(),
                new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), new Random(1)),
                pauses::add,
                clock,
                new PipelineMetrics(meters, "test", "order-events", clock)));
    }

    /** An instance that runs actions; {@code heart} gets the beat of each, {@code extended} what it kept in hand. */
    public ActionPipeline actions(Action<OrderEvent> action, EffectStore effects, Heartbeat heartbeat,
            List<Delivery> extended) {
        return new ActionPipeline(new ActionParts(
                new Subscriber("test", OrderEvent.class, MAX_ATTEMPTS, Retention.MARKER, EventTimes.USUAL),
                event -> action.perform((OrderEvent) event),
                codec,
                dynamoDb.leases(),
                effects,
                LEASE,
                heartbeat,
                extended::add,
                new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), new Random(1)),
                pauses::add,
                clock,
                new PipelineMetrics(meters, "test", "order-events", clock)));
    }

    public List<Delivery> deliveries(Event... events) {
        return Arrays.stream(events).map(event -> delivery(codec.write(event))).toList();
    }

    static Delivery delivery(String body) {
        return new Delivery("message", "receipt", body, Map.of(), Optional.empty(), 1, NOON);
    }

    public Delivery inGroup(String group, Event event) {
        return new Delivery("message", "receipt", codec.write(event), Map.of(), Optional.of(group), 1, NOON);
    }

    public boolean isMarkedDone(Event event) {
        var key = Map.of("id", AttributeValue.fromS("test#" + event.eventId()));
        return client.getItem(get -> get.tableName(naming.physical("message-completed")).key(key).consistentRead(true))
                .hasItem();
    }

    public Optional<String> status(Event event, String attribute) {
        var key = Map.of("id", AttributeValue.fromS("test#" + event.eventId()));
        var row = client.getItem(get -> get.tableName(naming.physical("message-status")).key(key).consistentRead(true));
        return Optional.ofNullable(row.item().get(attribute)).map(value -> value.s() != null ? value.s() : value.n());
    }
}
