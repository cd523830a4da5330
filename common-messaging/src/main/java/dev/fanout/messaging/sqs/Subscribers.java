package dev.fanout.messaging.sqs;

import dev.fanout.topology.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/** The queues of this service: polled from the start until the stop, and watched in between. */
final class Subscribers implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Subscribers.class);
    private static final Duration WATCH = Duration.ofSeconds(1);
    private static final Duration MEASURE = Duration.ofSeconds(10);

    private final Service service;
    private final SubscribedQueueFactory factory;
    private final PollWatch watch;
    private final QueueMetrics metrics;
    private volatile @Nullable SimpleAsyncTaskScheduler scheduler;
    private volatile List<SubscribedQueue> queues = List.of();

    Subscribers(Service service, SubscribedQueueFactory factory, PollWatch watch, QueueMetrics metrics) {
        this.service = service;
        this.factory = factory;
        this.watch = watch;
        this.metrics = metrics;
    }

    List<SubscribedQueue> queues() {
        return queues;
    }

    @Override
    public void start() {
        var all = new ArrayList<SubscribedQueue>();
        service.subscriptions().forEach(subscription -> all.add(factory.of(subscription)));
        queues = List.copyOf(all);
        queues.forEach(queue -> metrics.watch(queue, factory.receive().maxInFlight()));
        queues.forEach(SubscribedQueue::start);
        scheduler = watching();
    }

    /** A new one at each start: a scheduler that was closed takes nothing more. */
    private SimpleAsyncTaskScheduler watching() {
        var watching = new SimpleAsyncTaskScheduler();
        watching.setVirtualThreads(true);
        watching.setThreadNamePrefix("queue-watch-");
        watching.scheduleAtFixedRate(() -> watch.look(queues), WATCH);
        watching.scheduleAtFixedRate(() -> metrics.measure(queues), MEASURE);
        return watching;
    }

    /** All at once: each waits for its open poll. */
    @Override
    public void stop() {
        var stopping = queues;
        var watching = scheduler;
        if (watching != null) watching.close();
        try (var stops = new SimpleAsyncTaskExecutor("stop-")) {
            stops.setVirtualThreads(true);
            stopping.stream().map(queue -> stops.submit(queue::stop)).toList().forEach(Subscribers::await);
        }
        queues = List.of();
        log.info("{}: all that was in hand is done and acknowledged", service.name());
    }

    private static void await(Future<?> stop) {
        try {
            stop.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            log.warn("a queue did not stop in order; what was in hand becomes visible again", e.getCause());
        }
    }

    @Override
    public boolean isRunning() {
        return !queues.isEmpty();
    }
}
