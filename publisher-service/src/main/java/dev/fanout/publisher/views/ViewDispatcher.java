package dev.fanout.publisher.views;

import dev.fanout.publisher.aws.TopicPublisher;
import dev.fanout.topology.Fanout;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Coalesces views into batches and publishes several at once, but never two with the same host. */
@Component
class ViewDispatcher implements SmartLifecycle {
    private static final int BATCH = 10;

    private final TopicPublisher publisher;
    private final ViewSettings settings;
    private final HostQueues queues = new HostQueues();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int batchesInFlight;
    private int viewsInFlight;
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    ViewDispatcher(TopicPublisher publisher, ViewSettings settings, MeterRegistry meters) {
        this.publisher = publisher;
        this.settings = settings;
        meters.gauge("fanout.views.in.hand", this, ViewDispatcher::inHand);
    }

    /** Takes all of them, or none and answers false if they are too many for now. */
    boolean offer(List<PendingView> views) {
        lock.lock();
        try {
            if (inHand() + views.size() > settings.capacity()) return false;
            views.forEach(queues::add);
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private int inHand() {
        lock.lock();
        try {
            return queues.size() + viewsInFlight;
        } finally {
            lock.unlock();
        }
    }

    private void dispatch() {
        try {
            for (var batch = nextBatch(); batch.isPresent(); batch = nextBatch()) {
                var views = batch.get();
                Thread.ofVirtual().name("publish-views").start(() -> publish(views));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Empty when all is done and nothing more will come. */
    private Optional<List<PendingView>> nextBatch() throws InterruptedException {
        lock.lock();
        try {
            while (!queues.hasReady() || batchesInFlight == settings.inFlight()) {
                if (!running && queues.size() + viewsInFlight == 0) return Optional.empty();
                changed.await();
            }
            linger();
            var batch = queues.take(BATCH);
            batchesInFlight++;
            viewsInFlight += batch.size();
            return Optional.of(batch);
        } finally {
            lock.unlock();
        }
    }

    private void linger() throws InterruptedException {
        for (long left = settings.linger().toNanos(); running && left > 0 && !queues.hasReady(BATCH); )
            left = changed.awaitNanos(left);
    }

    private void publish(List<PendingView> batch) {
        var taken = Set.<String>of();
        try {
            taken = publisher.publish(
                            Fanout.VIEW_EVENTS, batch.stream().map(PendingView::message).toList())
                    .taken();
        } finally {
            returned(batch);
            for (var view : batch)
                view.taken().complete(taken.contains(view.message().deduplicationId()));
        }
    }

    private void returned(List<PendingView> batch) {
        lock.lock();
        try {
            batchesInFlight--;
            viewsInFlight -= batch.size();
            queues.done(batch);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("view-dispatcher").start(this::dispatch);
    }

    /** What the web server took before is published first. */
    @Override
    public void stop() {
        var dispatcher = thread;
        if (dispatcher == null) return;
        lock.lock();
        try {
            running = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            var _ = dispatcher.join(settings.maxWait());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        thread = null;
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
