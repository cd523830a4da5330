package dev.fanout.topology;

import static dev.fanout.topology.Service.service;
import static dev.fanout.topology.Table.keyed;

import dev.fanout.events.Event;
import dev.fanout.events.OrderEvent;
import dev.fanout.events.ViewRecorded;
import dev.fanout.events.WorkRequested;
import java.util.List;

/** The suite as it is. A new subscriber is one line here, one module, one compose entry. */
public final class Fanout {
    /** The port that every AWS tool knows: where the local stack of {@code ./fanout up} listens. */
    public static final int LOCAL_PORT = 4566;

    public static final String LOCAL_STACK = "http://localhost:" + LOCAL_PORT;

    public static final Topic ORDER_EVENTS = new Topic("order-events", OrderEvent.class);
    /** Where a simulator's disturbed traffic goes: nothing is deduplicated or kept in order there. */
    public static final Topic VIEW_EVENTS_CHAOS = new Topic("view-events-chaos", ViewRecorded.class);

    public static final Topic VIEW_EVENTS = new Topic("view-events.fifo", ViewRecorded.class);

    /** For scenarios and benchmarks, which have subscribers of their own; no service of the suite hears them. */
    public static final Topic WORK_EVENTS = new Topic("work-events", WorkRequested.class);

    public static final Topic WORK_EVENTS_IN_ORDER = new Topic("work-events.fifo", WorkRequested.class);

    /** A row there means done: the append-only gate. */
    public static final Table MESSAGE_COMPLETED = keyed("message-completed", "id").expiringBy("expires_at");

    /** Lifecycle and attempts of what did not succeed at once. */
    public static final Table MESSAGE_STATUS = keyed("message-status", "id").expiringBy("expires_at");

    public static final Table ORDERS = keyed("orders", "order_id").indexed("by-user", "user", "created");
    public static final Table OUTBOX = keyed("outbox", "shard", "event");
    public static final Table IDEMPOTENCY_KEYS = keyed("idempotency-keys", "id").expiringBy("expires_at");
    public static final Table EMAILS = keyed("emails", "pk", "sk");
    public static final Table INVENTORY = keyed("inventory", "pk", "sk");
    public static final Table ANALYTICS = keyed("analytics", "pk", "sk");

    public static final Topology TOPOLOGY = new Topology(
            List.of(
                    service("publisher", 8080)
                            .publishes(ORDER_EVENTS, VIEW_EVENTS)
                            .ownsTables(ORDERS, OUTBOX, IDEMPOTENCY_KEYS),
                    service("email", 8081).subscribesTo(ORDER_EVENTS).ownsTables(EMAILS),
                    service("inventory", 8082).subscribesTo(ORDER_EVENTS).ownsTables(INVENTORY),
                    service("analytics", 8083).subscribesTo(ORDER_EVENTS).subscribesTo(VIEW_EVENTS)
                            .ownsTables(ANALYTICS),
                    auditor("auditor-a", 8084).subscribesInOrderTo(VIEW_EVENTS).voting().ownsTables(votes("auditor-a")),
                    auditor("auditor-b", 8085).subscribesInOrderTo(VIEW_EVENTS).voting().ownsTables(votes("auditor-b")),
                    auditor("auditor-c", 8086).subscribesInOrderTo(VIEW_EVENTS).voting().ownsTables(votes("auditor-c")),
                    auditor("chaos-observer", 8087).subscribesTo(VIEW_EVENTS_CHAOS)),
            List.of(MESSAGE_COMPLETED, MESSAGE_STATUS));

    /** What everybody's traffic here shows, and what auditors can be told to expect. */
    public static final Catalogue CATALOGUE = Catalogue.numbered(20, 5);

    private Fanout() {}

    /** One program, several instances, each with a ledger of its own. */
    private static Service auditor(String name, int port) {
        return service(name, port)
                .from("auditor-service")
                .ownsTables(
                        keyed(name + "-ledger", "event_id")
                                .indexed("by-host", "host_id", "position")
                                .indexed("by-window", "window", "event_id"),
                        keyed(name + "-counts", "pk", "sk"));
    }

    /** What an auditor has said and heard in the vote, and what came of it. */
    private static Table votes(String auditor) {
        return keyed(auditor + "-votes", "pk", "sk").expiringBy("expires_at");
    }

    /** Where an event is published. */
    public static Topic topicOf(Event event) {
        return switch (event) {
            case OrderEvent _ -> ORDER_EVENTS;
            case ViewRecorded _ -> VIEW_EVENTS;
            case WorkRequested _ -> WORK_EVENTS;
        };
    }
}
