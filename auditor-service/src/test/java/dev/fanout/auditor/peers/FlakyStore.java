package dev.fanout.auditor.peers;

import dev.fanout.messaging.Counter;
import dev.fanout.messaging.Key;
import dev.fanout.messaging.Page;
import dev.fanout.messaging.Span;
import dev.fanout.messaging.StateStore;
import dev.fanout.messaging.Sum;
import dev.fanout.topology.Table;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The real store, of which some calls fail: half of those before they have done anything, half after. */
class FlakyStore implements StateStore {
    private final StateStore store;
    private final Random random;
    private volatile double rate;

    FlakyStore(StateStore store, long seed, double rate) {
        this.store = store;
        this.random = new Random(seed);
        this.rate = rate;
    }

    void fails(double share) {
        rate = share;
    }

    private synchronized void mayFail() {
        if (random.nextDouble() < rate / 2) throw new IllegalStateException("the store does not answer");
    }

    private <T> T tried(Supplier<T> call) {
        mayFail();
        var answer = call.get();
        mayFail();
        return answer;
    }

    @Override
    public <T extends Record> Optional<T> find(Key<T> key) {
        return tried(() -> store.find(key));
    }

    @Override
    public <T extends Record> List<T> find(Collection<Key<T>> keys) {
        return tried(() -> store.find(keys));
    }

    @Override
    public <T extends Record> Page<T> page(Table table, String partition, Span span, int limit, Class<T> type) {
        return tried(() -> store.page(table, partition, span, limit, type));
    }

    @Override
    public <T extends Record> Page<T> page(
            Table table, Table.Index index, String partition, Span span, int limit, Class<T> type) {
        return tried(() -> store.page(table, index, partition, span, limit, type));
    }

    @Override
    public <T extends Record> T change(Key<T> key, T initial, UnaryOperator<T> change) {
        return tried(() -> store.change(key, initial, change));
    }

    @Override
    public <T extends Record> void put(Key<T> key, T item) {
        mayFail();
        store.put(key, item);
        mayFail();
    }

    @Override
    public Sum sum(Counter counter) {
        return tried(() -> store.sum(counter));
    }

    @Override
    public Page<Sum> sums(Table table, List<String> partitions, Span span, int limit) {
        return tried(() -> store.sums(table, partitions, span, limit));
    }
}
