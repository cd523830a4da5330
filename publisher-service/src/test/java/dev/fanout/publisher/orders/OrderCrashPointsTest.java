package dev.fanout.publisher.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.events.OrderEvent;
import dev.fanout.messaging.aws.Naming;
import dev.fanout.messaging.aws.TableProvisioner;
import dev.fanout.publisher.crash.Fault;
import dev.fanout.testing.FanoutStack;
import dev.fanout.testing.Needs;
import dev.fanout.topology.Fanout;
import dev.fanout.topology.Topology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Orders, once for each call on the way to their topic and each thing that can go wrong there. */
@Needs
class OrderCrashPointsTest {
    private static final boolean ALL = System.getProperty("fanout.crashpoints", "some").equals("all");
    private static final boolean DEEP = System.getProperty("fanout.deep") != null;
    private static final int SOME = DEEP ? 50 : 20;
    private static final int PAIRS = ALL ? 300 : DEEP ? 15 : 6;

    private static final Topology PUBLISHER = new Topology(
            List.of(Fanout.TOPOLOGY.service("publisher").orElseThrow()), Fanout.TOPOLOGY.shared());

    private final DynamoDbClient dynamoDb = FanoutStack.get().dynamoDb();
    private final Naming naming = new Naming(FanoutStack.get().uniquePrefix());
    private final Random random = new Random(20261124);
    private int runs;

    @Test
    void what_was_answered_is_published_and_what_died_is_there_with_its_event_or_not_at_all() {
        new TableProvisioner(dynamoDb, naming).provision(PUBLISHER);
        int calls = problems(Map.of(), new LinkedHashMap<>());
        var points = points(calls);
        var failures = new LinkedHashMap<String, String>();
        points.forEach(point -> problems(point, failures));
        System.out.printf("Crash points: outbox: %d tried, %d failed%n", points.size(), failures.size());
        assertThat(failures).isEmpty();
    }

    private List<Map<Integer, Fault>> points(int calls) {
        var singles = new ArrayList<Map<Integer, Fault>>();
        for (int call = 1; call <= calls; call++)
            for (var fault : Fault.values()) singles.add(Map.of(call, fault));
        Collections.shuffle(singles, random);
        var points = new ArrayList<>(ALL ? singles : singles.subList(0, Math.min(SOME, singles.size())));
        for (int i = 0; i < PAIRS; i++) points.add(
                new TreeMap<>(Map.ofEntries(chance(1, calls / 2), chance(calls / 2 + 1, calls / 2))));
        return points;
    }

    /** The second one hits a run that the first has changed. */
    private Map.Entry<Integer, Fault> chance(int from, int calls) {
        return Map.entry(from + random.nextInt(calls), Fault.values()[random.nextInt(Fault.values().length)]);
    }

    /** @return how many calls there were */
    private int problems(Map<Integer, Fault> faults, Map<String, String> failures) {
        var shop = new Shop(dynamoDb, naming, ++runs, faults);
        try {
            check(shop.run());
        } catch (AssertionError | RuntimeException e) {
            failures.put(faults.toString(), e + "\n" + String.join("\n", shop.gate.calls()));
        } finally {
            emptyOutbox();
        }
        return shop.gate.calls().size();
    }

    private void check(Shop shop) {
        var orders = new OrderStore(dynamoDb, new OrderTransactions(dynamoDb), naming)
                .ofUser(shop.user, Optional.empty(), 50).items();
        var told = shop.published.stream()
                .collect(Collectors.groupingBy(
                        OrderCrashPointsTest::fact, Collectors.mapping(OrderEvent::eventId, Collectors.toSet())));
        assertThat(told.values()).as("each version is told by one event").allSatisfy(ids -> assertThat(ids).hasSize(1));
        var there = new ArrayList<String>();
        for (var order : orders)
            for (long version = 1; version <= order.version(); version++) there.add(order.orderId() + "#" + version);
        assertThat(told.keySet()).as("told, and there").containsExactlyInAnyOrderElementsOf(there);
        assertThat(there).as("there, and answered").containsAll(
                shop.answered.stream().map(order -> order.orderId() + "#" + order.version()).toList());
        assertThat(orders.stream().filter(order -> order.total().intValueExact() == 1))
                .as("orders under the key")
                .hasSize(1);
        assertThat(waiting()).as("left in the outbox").isEmpty();
    }

    private static String fact(OrderEvent event) {
        return event.orderId() + "#" + event.version();
    }

    private List<Map<String, AttributeValue>> waiting() {
        return dynamoDb.scan(scan -> scan.tableName(outbox()).consistentRead(true)).items().stream()
                .filter(item -> item.containsKey("body"))
                .toList();
    }

    private void emptyOutbox() {
        waiting().forEach(row -> dynamoDb.deleteItem(delete -> delete.tableName(outbox())
                .key(Map.of("shard", row.get("shard"), "event", row.get("event")))));
    }

    private String outbox() {
        return naming.physical(Fanout.OUTBOX.name());
    }
}
