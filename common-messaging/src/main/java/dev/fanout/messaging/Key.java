package dev.fanout.messaging;

import dev.fanout.topology.Table;

/** Where one item of a service's state lives, and the record that it is read as. */
public record Key<T extends Record>(Table table, String partition, String sort, Class<T> type) {
    private static final String ALONE = "-";

    /** The one item of its partition. */
    public Key(Table table, String partition, Class<T> type) {
        this(table, partition, ALONE, type);
    }
}
