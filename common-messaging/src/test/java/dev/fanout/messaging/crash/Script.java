package dev.fanout.messaging.crash;

import dev.fanout.events.Event;
import dev.fanout.events.EventCodec;
import dev.fanout.events.OrderCreated;
import dev.fanout.events.OrderEvent;
import dev.fanout.events.OrderStatus;
import dev.fanout.messaging.EventTimes;
import dev.fanout.messaging.pipeline.Subscriber;
import dev.fanout.topology.Retention;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** The named events of one run. Runs share tables, so each has a subscriber and users of its own. */
final class Script {
    static final int MAX_ATTEMPTS = 3;
    private static final AtomicLong RUNS = new AtomicLong();

    private final long run = RUNS.incrementAndGet();
    private final EventCodec codec = new EventCodec();
    private final Map<String, Event> events = new LinkedHashMap<>();

    Subscriber subscriber() {
        return new Subscriber("crash-" + run, OrderEvent.class, MAX_ATTEMPTS, Retention.MARKER, EventTimes.USUAL);
    }

    /** @param number of the user within this run, below 10 */
    long user(int number) {
        return run * 10 + number;
    }

    String event(String name, int user) {
        return event(name, name, user);
    }

    /** @param order that the event is about; its name where each is about its own */
    String event(String name, String order, int user) {
        var event = new OrderCreated(
                UUID.nameUUIDFromBytes(name.getBytes()),
                order, user(user), BigDecimal.ONE, OrderStatus.PENDING, List.of(), 1, World.NOON);
        events.put(name, event);
        return codec.write(event);
    }

    String markerOf(String name) {
        return subscriber().name() + "#" + events.get(name).eventId();
    }

    Set<String> names() {
        return events.keySet();
    }

    Set<String> namesOf(List<ModelQueue.Parked> parked) {
        return parked.stream().map(ModelQueue.Parked::body).map(this::nameOf).collect(Collectors.toSet());
    }

    /** The text itself, if it is no event. */
    String nameOf(String body) {
        return events.entrySet().stream()
                .filter(event -> codec.write(event.getValue()).equals(body))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(body);
    }
}
