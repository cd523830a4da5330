package dev.fanout.publisher.orders;

import dev.fanout.events.EventCodec;
import dev.fanout.events.OrderEvent;
import dev.fanout.events.OrderStatus;
import dev.fanout.events.OutboundMessage;
import dev.fanout.messaging.aws.Naming;
import dev.fanout.messaging.publish.Published;
import dev.fanout.publisher.crash.DynamoDbGate;
import dev.fanout.publisher.crash.Fault;
import dev.fanout.publisher.crash.Gate;
import dev.fanout.publisher.outbox.Postman;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A few orders placed and moved, with faults at some of the calls, until the outbox has had time to empty. */
final class Shop {
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    /** Not a day of the past: the engine's own clock deletes keys that have expired. */
    private static final Instant TODAY = Instant.now().truncatedTo(ChronoUnit.HOURS);

    private static final int PATIENT = 3;
    private static final int SWEEPS = 6;

    final List<OrderEvent> published = new ArrayList<>();
    final List<Order> answered = new ArrayList<>();
    final Gate gate;
    final long user;
    private final DynamoDbClient real;
    private final Naming naming;
    private final EventCodec codec = new EventCodec();
    private final Clock clock;
    private Instant now;
    private Process process;

    /** One life of the publisher, with what it has in memory. */
    private record Process(Postman postman, Orders orders) {}

    Shop(DynamoDbClient real, Naming naming, long user, Map<Integer, Fault> faults) {
        this.real = real;
        this.naming = naming;
        this.user = user;
        // Runs share a table; what one left leased has expired for the next.
        this.now = TODAY.plus(Duration.ofMinutes(10 * user));
        this.clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
        this.gate = new Gate(faults, this::takeOver);
        this.process = started();
    }

    Orders orders() {
        return process.orders();
    }

    private Process started() {
        var dynamoDb = DynamoDbGate.client(real, gate);
        var postman = new Postman(dynamoDb, naming, (_, some) -> publish(some), codec, clock);
        var store = new OrderStore(dynamoDb, new OrderTransactions(dynamoDb), naming);
        return new Process(
                postman, new Orders(store, postman.outbox(), new OrderSettings(Duration.ofHours(24)), clock));
    }

    private Published publish(List<OutboundMessage> announcements) {
        Supplier<Published> taking = () -> taken(announcements);
        return gate.pass("publish " + announcements.size(), taking, () -> {
            var _ = taking.get();
            return taking.get();
        }, _ -> new Published(Set.of(), true));
    }

    private Published taken(List<OutboundMessage> announcements) {
        announcements.forEach(message -> published.add((OrderEvent) codec.read(message.body())));
        var ids = announcements.stream().map(OutboundMessage::deduplicationId).collect(Collectors.toSet());
        return new Published(ids, false);
    }

    Shop run() {
        var key = Optional.of("key-" + user);
        var first = patiently(orders -> orders.place(order(1), key, TRACE));
        once(orders -> orders.place(order(2), Optional.empty(), TRACE));
        first.ifPresent(placed -> patiently(orders -> orders.move(placed.orderId(), OrderStatus.CONFIRMED, TRACE)));
        var again = patiently(orders -> orders.place(order(1), key, TRACE));
        if (!first.map(Order::orderId).equals(again.map(Order::orderId)))
            throw new AssertionError("the key gave " + again + " after " + first);
        for (int i = 0; i < SWEEPS; i++) sweep();
        return this;
    }

    private NewOrder order(long total) {
        return new NewOrder(user, BigDecimal.valueOf(total), List.of());
    }

    /** A client that sends its request again when it gets no answer. */
    private Optional<Order> patiently(Function<Orders, Object> request) {
        for (int i = 0; i < PATIENT; i++) {
            var answer = once(request);
            if (answer.isPresent()) return answer;
        }
        throw new AssertionError("not answered");
    }

    private Optional<Order> once(Function<Orders, Object> request) {
        var answer = living(() -> Optional.of(request.apply(process.orders())));
        living(() -> {
            process.postman().relay();
            return Optional.empty();
        });
        var order = answer.map(Shop::orderIn);
        order.ifPresent(answered::add);
        return order;
    }

    private static Order orderIn(Object answer) {
        return switch (answer) {
            case Orders.Placement.Placed placed -> placed.order();
            case Orders.Placement.Replayed replayed -> replayed.order();
            case Orders.Moving.Done done -> done.order();
            default -> throw new AssertionError("the answer is " + answer);
        };
    }

    /** Empty if it failed (the client gets a 503) or the process died (the client gets nothing). */
    private Optional<Object> living(Supplier<Optional<Object>> work) {
        try {
            return work.get();
        } catch (SdkException _) {
            return Optional.empty();
        } catch (Fault.Death _) {
            process = started();
            return Optional.empty();
        }
    }

    private void sweep() {
        now = now.plus(Postman.LEASE);
        living(() -> {
            process.postman().sweep();
            return Optional.empty();
        });
    }

    /** Another process finds all that is left, however lately it was left, and no lease holds it back. */
    private void takeOver() {
        now = now.plus(Postman.LEASE).plusSeconds(1);
        started().postman().sweep();
    }
}
