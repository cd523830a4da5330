package dev.fanout.messaging;

import dev.fanout.topology.Table;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The state that projections keep, for those who look at it or set it from outside. Lists come in pages alone. */
public interface StateStore {
    int LARGEST_PAGE = 1_000;

    /** Consistently read. */
    <T extends Record> Optional<T> find(Key<T> key);

    /** Those of the items that there are. */
    <T extends Record> List<T> find(Collection<Key<T>> keys);

    /**
     * Items of a partition in the order of their sort keys, consistently read. A page ends after a megabyte at the
     * latest.
     *
     * @param limit how many at most, from 1 to {@link #LARGEST_PAGE}
     */
    <T extends Record> Page<T> page(Table table, String partition, Span span, int limit, Class<T> type);

    /**
     * The same through an index, which lags behind a little (AWS: usually less than a second).
     *
     * @param index whose sort keys are unique in a partition
     */
    <T extends Record> Page<T> page(
            Table table, Table.Index index, String partition, Span span, int limit, Class<T> type);

    /**
     * Puts what the change makes of the item that is there, or of {@code initial} where there is none. It is run again
     * if somebody else wrote the item in between.
     */
    <T extends Record> T change(Key<T> key, T initial, UnaryOperator<T> change);

    /** Puts the item, whatever was there. */
    <T extends Record> void put(Key<T> key, T item);

    /** What was added to a counter; no fields if nothing was. */
    Sum sum(Counter counter);

    /** What was added to one field of a counter; zero if nothing was. */
    default BigDecimal sum(Counter counter, String field) {
        return sum(counter).of(field);
    }

    /**
     * Counters in the order of their names. A name that several of the partitions have is one sum.
     *
     * @param span begins and ends with names that have neither {@code %} nor {@code ~}, or where a page ended
     * @param partitions at least one; each is a query of its own for every page
     * @param limit how many at most, from 1 to {@link #LARGEST_PAGE}
     */
    Page<Sum> sums(Table table, List<String> partitions, Span span, int limit);

    default Page<Sum> sums(Table table, String partition, Span span, int limit) {
        return sums(table, List.of(partition), span, limit);
    }
}
