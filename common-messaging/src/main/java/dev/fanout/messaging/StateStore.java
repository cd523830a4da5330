package dev.fanout.messaging;

import dev.fanout.topology.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The state that projections keep, for those who look at it or set it from outside. */
public interface StateStore {
    /** Consistently read. */
    <T extends Record> Optional<T> find(Key<T> key);

    /**
     * The items of a partition in the order of their sort keys, consistently read.
     *
     * @param from the first sort key to be read; "" for all
     * @param limit how many at most, at least 1
     */
    <T extends Record> List<T> list(Table table, String partition, String from, int limit, Class<T> type);

    /**
     * The same through an index, which lags behind a little (AWS: usually less than a second).
     *
     * @param limit how many at most, at least 1
     */
    <T extends Record> List<T> list(Table table, Table.Index index, String partition, int limit, Class<T> type);

    /**
     * Puts what the change makes of the item that is there, or of {@code initial} where there is none. It is run again
     * if somebody else wrote the item in between.
     */
    <T extends Record> T change(Key<T> key, T initial, UnaryOperator<T> change);

    /** Puts the item, whatever was there. */
    <T extends Record> void put(Key<T> key, T item);

    /** What was added to one field of a counter; zero if nothing was. */
    BigDecimal sum(Counter counter, String field);

    /**
     * The sums of a partition, by sort key and field, in the order of the sort keys.
     *
     * @param from the first sort key to be read; "" for all
     */
    Map<String, Map<String, BigDecimal>> sums(Table table, String partition, String from);
}
