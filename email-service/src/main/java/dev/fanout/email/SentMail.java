package dev.fanout.email;

import dev.fanout.events.OrderEvent;
import dev.fanout.messaging.Key;
import dev.fanout.topology.Fanout;
import java.time.Instant;
import java.util.UUID;

/**
 * A mail that the server took.
 *
 * @param version of the order that it tells about
 */
record SentMail(
        UUID eventId, String orderId, long version, String to, String subject, String messageId, Instant sentAt) {

    static String partition(String orderId) {
        return "order#" + orderId;
    }

    /** In the order of the order's versions. */
    static Key<SentMail> key(OrderEvent order) {
        var sort = "%019d#%s".formatted(order.version(), order.eventId());
        return new Key<>(Fanout.EMAILS, partition(order.orderId()), sort, SentMail.class);
    }
}
