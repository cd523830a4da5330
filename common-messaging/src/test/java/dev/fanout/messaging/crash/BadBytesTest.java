package dev.fanout.messaging.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.fanout.events.EventCodec;
import dev.fanout.events.OrderCreated;
import dev.fanout.events.OrderEvent;
import dev.fanout.events.OrderStatus;
import dev.fanout.messaging.Changes;
import dev.fanout.messaging.Key;
import dev.fanout.messaging.Projection;
import dev.fanout.messaging.State;
import dev.fanout.messaging.pipeline.Delivery;
import dev.fanout.messaging.pipeline.Disposition;
import dev.fanout.testing.Needs;
import dev.fanout.topology.Fanout;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Messages that nobody should send and somebody will: each is parked or done, and none stops the others. */
@Needs
class BadBytesTest {
    private static final int MESSAGES = 2_000;
    private static final int BATCH = 50;
    private static final int MAX_DETAIL = 2_000;

    /** The last event about each order: what is in the event is in the keys too. */
    private static final class Latest implements Projection<OrderEvent> {
        record Order(String id, String total) {}

        private static Key<Order> key(OrderEvent order) {
            return new Key<>(Fanout.INVENTORY, "latest#" + order.orderId(), Order.class);
        }

        @Override
        public Set<Key<?>> itemsOf(OrderEvent order) {
            return Set.of(key(order));
        }

        @Override
        public Changes fold(State state, OrderEvent order) {
            return Changes.NONE.put(key(order), new Order(order.orderId(), order.total().toPlainString()));
        }
    }

    private final Random random = new Random(20261124);
    private final BadBytes bad = new BadBytes(20261124);
    private final EventCodec codec = new EventCodec();
    private final Script script = new Script();
    private final World world = new World(Tables.made(), new Counting(), Map.of());
    final Map<String, Integer> fates = new TreeMap<>();

    @Test
    void each_is_parked_or_done_and_none_stops_the_others() throws Exception {
        feed(pipeline(), MESSAGES);
        assertThat(fates.values().stream().mapToInt(n -> n).sum()).isEqualTo(MESSAGES);
        assertThat(fates).containsKeys("done", "unreadable", "conflict", "too_far_ahead");
    }

    Instance pipeline() {
        return Counting.pipeline(world, new Calls.Life(), script, new Latest())::receive;
    }

    /** Each is settled, or an assertion fails. */
    void feed(Instance pipeline, int messages) throws Exception {
        for (int fed = 0; fed < messages; fed += BATCH) settle(pipeline, batch());
        System.out.printf("Bad bytes: until now: %s%n", fates);
    }

    /** Bodies as SQS hands them out; in every batch, one is good. */
    private List<Delivery> batch() {
        var batch = new ArrayList<Delivery>();
        batch.add(delivery(good()));
        IntStream.range(1, BATCH).forEach(_ -> batch.add(delivery(bad.of(good()))));
        return batch;
    }

    private String good() {
        var id = new UUID(random.nextLong(), random.nextLong());
        return codec.write(new OrderCreated(
                id, "order-" + id, script.user(random.nextInt(10)), BigDecimal.ONE, OrderStatus.PENDING, List.of(), 1,
                World.NOON));
    }

    private Delivery delivery(String body) {
        return new Delivery("message", "receipt", body, Map.of(), Optional.empty(), 1, World.NOON);
    }

    /** Whoever must come again comes again, until all is settled. */
    private void settle(Instance pipeline, List<Delivery> deliveries) throws Exception {
        var open = deliveries;
        for (int round = 0; !open.isEmpty(); round++) {
            assertThat(round).as("rounds for " + open.getFirst().body()).isLessThanOrEqualTo(Script.MAX_ATTEMPTS);
            var these = open;
            var dispositions = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> pipeline.receive(these));
            if (round == 0) assertThat(dispositions.getFirst()).as("the good one").isInstanceOf(Disposition.Done.class);
            open = IntStream.range(0, these.size())
                    .filter(i -> !isSettled(dispositions.get(i)))
                    .mapToObj(these::get)
                    .toList();
        }
    }

    private boolean isSettled(Disposition disposition) {
        switch (disposition) {
            case Disposition.Done _ -> fates.merge("done", 1, Integer::sum);
            case Disposition.DeadLetter deadLetter -> {
                assertThat(deadLetter.detail().length()).isLessThanOrEqualTo(MAX_DETAIL);
                fates.merge(deadLetter.reason().name().toLowerCase(), 1, Integer::sum);
            }
            case Disposition.Retry _ -> {
                return false;
            }
        }
        return true;
    }
}
