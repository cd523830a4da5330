package dev.fanout.messaging.store;

import dev.fanout.messaging.Changes;
import dev.fanout.messaging.Counter;
import dev.fanout.messaging.Key;
import dev.fanout.messaging.lease.LeaseStore;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** One transaction: all or nothing. */
public record Writes(List<Write> all) {
    /** DynamoDB's limit for TransactWriteItems, and for BatchGetItem. */
    public static final int MAX = 100;

    /** One item of a transaction. */
    public sealed interface Write {}

    /** The event is done: refused if it was done before. */
    public record Marker(String id, MarkerValue by) implements Write {}

    /** As {@link Marker}, where the event's own row says so. */
    public record RowMarker(String id, MarkerValue by, Changes.Row<?> row) implements Write {}

    /** The business fact is done by this event: refused if another did it before. */
    public record BusinessMarker(String id, String markerId) implements Write {}

    /** An item as it shall be: refused unless it is still at the version it was loaded with (0: not there). */
    public record Put(Key<?> key, Record item, long loadedVersion) implements Write {}

    /** The lease ends with its event done: refused if it is somebody else's by now. */
    public record LeaseEnd(LeaseStore.Lease lease) implements Write {}

    /** Amounts to add, by field: never refused. */
    public record Add(Counter counter, Map<String, BigDecimal> amounts) implements Write {}
}
