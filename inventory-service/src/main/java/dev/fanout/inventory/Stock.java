package dev.fanout.inventory;

import dev.fanout.messaging.Key;
import dev.fanout.messaging.Saturated;
import dev.fanout.topology.Fanout;

/**
 * What there is of one SKU.
 *
 * @param available pieces that an order can still have; never negative
 * @param reserved pieces that open orders hold; never negative
 */
record Stock(String sku, long available, long reserved) {
    static Key<Stock> key(String sku) {
        return new Key<>(Fanout.INVENTORY, "stock#" + sku, Stock.class);
    }

    boolean has(int quantity) {
        return available >= quantity;
    }

    Stock reserve(int quantity) {
        return new Stock(sku, available - quantity, Saturated.sum(reserved, quantity));
    }

    Stock release(int quantity) {
        return new Stock(sku, Saturated.sum(available, quantity), Math.max(0, reserved - quantity));
    }

    Stock ship(int quantity) {
        return new Stock(sku, available - quantity, reserved);
    }

    Stock counted(long nowAvailable) {
        return new Stock(sku, nowAvailable, reserved);
    }
}
