package dev.fanout.events;

/** The kinds of events and their names on the wire. */
public enum EventType {
    ORDER_CREATED("order.created", OrderCreated.class),
    ORDER_UPDATED("order.updated", OrderUpdated.class),
    VIEW_RECORDED("view.recorded", ViewRecorded.class),
    WORK_REQUESTED("work.requested", WorkRequested.class);

    private final String wireName;
    private final Class<? extends Event> record;

    EventType(String wireName, Class<? extends Event> record) {
        this.wireName = wireName;
        this.record = record;
    }

    static EventType of(Event event) {
        return switch (event) {
            case OrderCreated _ -> ORDER_CREATED;
            case OrderUpdated _ -> ORDER_UPDATED;
            case ViewRecorded _ -> VIEW_RECORDED;
            case WorkRequested _ -> WORK_REQUESTED;
        };
    }

    /** The value of {@code event_type}, in the body and as a message attribute. */
    public String wireName() {
        return wireName;
    }

    Class<? extends Event> record() {
        return record;
    }
}
