package dev.fanout.inventory;

import dev.fanout.events.OrderStatus;
import dev.fanout.messaging.Key;
import dev.fanout.topology.Fanout;
import java.util.List;

/**
 * What the stock did for one order.
 *
 * @param version of the order that it follows
 */
record Reservation(String orderId, long version, OrderStatus status, List<Line> lines) {

    /** @param quantity pieces that were ordered */
    record Line(String sku, int quantity, LineOutcome outcome) {
        boolean holdsStock() {
            return outcome == LineOutcome.RESERVED;
        }
    }

    static Key<Reservation> key(String orderId) {
        return new Key<>(Fanout.INVENTORY, "order#" + orderId, Reservation.class);
    }

    boolean knows(long otherVersion) {
        return version >= otherVersion;
    }
}
