package dev.fanout.publisher.outbox;

import dev.fanout.messaging.pipeline.OutageLogger;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;

/** Publishes what a crash, an outage or a full hand-off left behind, the oldest first. */
@Component
class Sweeper implements SmartLifecycle {
    private final OutboxTable table;
    private final RowPublisher publisher;
    private final ShardLeases leases;
    private final OutboxSettings settings;
    private final Clock clock;
    private final OutageLogger outage;
    private final Map<String, Instant> oldest = new ConcurrentHashMap<>();
    private volatile @Nullable ScheduledThreadPoolExecutor sweeps;

    Sweeper(
            OutboxTable table,
            RowPublisher publisher,
            ShardLeases leases,
            OutboxSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.table = table;
        this.publisher = publisher;
        this.leases = leases;
        this.settings = settings;
        this.clock = clock;
        this.outage = new OutageLogger("Sweeping the outbox", clock);
        meters.gauge("fanout.outbox.oldest.seconds", this, Sweeper::ageOfOldest);
    }

    @Override
    public void start() {
        var threads = Thread.ofVirtual().name("sweeper-", 0).factory();
        var pool = new ScheduledThreadPoolExecutor(OutboxRow.SHARDS, threads);
        var every = settings.sweepEvery().toMillis();
        for (int i = 0; i < OutboxRow.SHARDS; i++) {
            var shard = OutboxRow.shard(i);
            pool.scheduleWithFixedDelay(() -> sweep(shard), every, every, TimeUnit.MILLISECONDS);
        }
        sweeps = pool;
    }

    void sweep(String shard) {
        try {
            if (leases.hold(shard)) sweepHeld(shard);
            else oldest.remove(shard);
            outage.worked();
        } catch (RuntimeException e) {
            // Let out, it would end this shard's schedule for good.
            outage.failed(e.toString());
        }
    }

    private void sweepHeld(String shard) {
        var before = clock.instant().minus(settings.sweepAfter());
        var page = table.olderThan(before, shard, Map.of());
        note(shard, page.rows());
        // Page by page, not the first again and again: a row that SNS refuses must not stop the others.
        while (publisher.publish(page.rows()) && !page.next().isEmpty() && isRunning() && leases.hold(shard))
            page = table.olderThan(before, shard, page.next());
    }

    private void note(String shard, List<OutboxRow> rows) {
        if (rows.isEmpty()) oldest.remove(shard);
        else oldest.put(shard, rows.getFirst().created());
    }

    /** In the shards that this instance sweeps; 0 if nothing was left behind. */
    private double ageOfOldest() {
        return oldest.values().stream()
                .min(Instant::compareTo)
                .map(time -> Duration.between(time, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }

    @Override
    public void stop() {
        var pool = sweeps;
        if (pool == null) return;
        sweeps = null;
        pool.shutdown();
        try {
            var _ = pool.awaitTermination(settings.sweepAfter().toMillis(), TimeUnit.MILLISECONDS);
            leases.release();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (SdkException _) {
            // They expire.
        }
    }

    @Override
    public boolean isRunning() {
        return sweeps != null;
    }

    /** Stops after the web server. */
    @Override
    public int getPhase() {
        return 0;
    }
}
