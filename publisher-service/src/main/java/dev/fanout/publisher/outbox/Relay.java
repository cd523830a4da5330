package dev.fanout.publisher.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Publishes right after commit. Whatever was committed during one batch goes into the next. */
@Component
class Relay implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final int BATCH = 10;
    private static final Duration POLL_TIMEOUT = Duration.ofMillis(100);

    private final RowPublisher publisher;
    private final OutboxSettings settings;
    private final Clock clock;
    private final BlockingQueue<OutboxRow> committed;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    Relay(RowPublisher publisher, OutboxSettings settings, Clock clock, MeterRegistry meters) {
        this.publisher = publisher;
        this.settings = settings;
        this.clock = clock;
        this.committed = new ArrayBlockingQueue<>(settings.handOff());
        meters.gauge("fanout.outbox.handoff", committed, BlockingQueue::size);
    }

    /** Never waits: with a full hand-off the row is the sweeper's. */
    void handOff(OutboxRow row) {
        var _ = committed.offer(row);
    }

    @Override
    public void start() {
        running = true;
        for (int i = 0; i < settings.publishers(); i++)
            threads.add(Thread.ofVirtual().name("relay-" + i).start(this::work));
    }

    private void work() {
        try {
            while (running || !committed.isEmpty()) publishNext(POLL_TIMEOUT);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Publishes what is handed off, or will be in a moment. */
    void publishNext(Duration patience) throws InterruptedException {
        var first = committed.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) return;
        try {
            publishWith(first);
        } catch (RuntimeException e) {
            // Let out, it would end this thread for good. The rows are still there, for the sweeper.
            log.warn("Publishing right after commit failed; the sweeper tries again", e);
        }
    }

    private void publishWith(OutboxRow first) {
        var batch = new ArrayList<>(List.of(first));
        committed.drainTo(batch, BATCH - 1);
        // What waited that long is the sweeper's by now; both would publish it.
        var sweepable = clock.instant().minus(settings.sweepAfter());
        batch.removeIf(row -> row.created().isBefore(sweepable));
        if (!batch.isEmpty()) publisher.publish(batch);
    }

    /** What the web server still committed is published first. */
    @Override
    public void stop() {
        running = false;
        try {
            for (var thread : threads) thread.join(settings.sweepAfter());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops after the web server. */
    @Override
    public int getPhase() {
        return 0;
    }
}
