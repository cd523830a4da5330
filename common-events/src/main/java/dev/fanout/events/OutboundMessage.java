package dev.fanout.events;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An event as a message: what a publisher hands to SNS.
 *
 * @param body the event's JSON
 * @param attributes what filters and traces read without opening the body
 * @param group on a FIFO topic, the events that keep their order among themselves
 * @param deduplicationId the event id; FIFO topics drop its repetition for five minutes
 */
public record OutboundMessage(
        String body, Map<String, String> attributes, Optional<String> group, String deduplicationId) {

    public static final String EVENT_TYPE = "event_type";
    public static final String HOST_ID = "host_id";
    /** W3C Trace Context. */
    public static final String TRACEPARENT = "traceparent";

    public static OutboundMessage of(Event event, EventCodec codec, String traceparent) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put(EVENT_TYPE, event.type().wireName());
        attributes.put(TRACEPARENT, traceparent);
        if (event instanceof ViewRecorded view) attributes.put(HOST_ID, view.hostId());
        return new OutboundMessage(codec.write(event), attributes, groupOf(event), event.eventId().toString());
    }

    private static Optional<String> groupOf(Event event) {
        return switch (event) {
            case ViewRecorded view -> Optional.of(view.hostId());
            case WorkRequested work -> Optional.of(work.group() == null ? work.id() : work.group());
            case OrderEvent _ -> Optional.empty();
        };
    }
}
