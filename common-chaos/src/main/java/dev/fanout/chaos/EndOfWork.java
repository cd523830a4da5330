package dev.fanout.chaos;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/** Ends the service, in order, when it has done so many messages or when nothing more comes. */
final class EndOfWork implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(EndOfWork.class);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final ChaosSettings settings;
    private final Clock clock;
    private final Runnable end;
    private final AtomicLong done = new AtomicLong();
    private final SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
    private volatile Instant lastWork;
    private volatile boolean running;

    EndOfWork(ChaosSettings settings, Clock clock, Runnable end) {
        this.settings = settings;
        this.clock = clock;
        this.end = end;
        lastWork = clock.instant();
        scheduler.setVirtualThreads(true);
        scheduler.setThreadNamePrefix("end-of-work-");
    }

    void worked() {
        lastWork = clock.instant();
        done.incrementAndGet();
    }

    /** Whether the service has done what it was started for. */
    boolean reached() {
        if (settings.stopAfter() > 0 && done.get() >= settings.stopAfter()) return true;
        var idle = settings.stopWhenIdle();
        return idle != null && clock.instant().isAfter(lastWork.plus(idle));
    }

    private void look() {
        if (!running || !reached()) return;
        running = false;
        log.info("chaos: {} messages are done, that was all", done);
        // not from here: a scheduler that is closed waits for its tasks, and this is one
        Thread.ofPlatform().name("end-of-work").start(end);
    }

    @Override
    public void start() {
        if (settings.stopAfter() == 0 && settings.stopWhenIdle() == null) return;
        lastWork = clock.instant();
        running = true;
        scheduler.scheduleWithFixedDelay(this::look, LOOK);
    }

    @Override
    public void stop() {
        running = false;
        scheduler.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
