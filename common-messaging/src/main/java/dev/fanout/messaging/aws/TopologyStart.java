package dev.fanout.messaging.aws;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.crt.http.HttpException;

/**
 * Makes or checks the topology before anything polls, publishes or answers. An AWS that gives no answer is asked again
 * for a while: after a power cut, or where a whole system starts at once, it may need longer than we do.
 */
final class TopologyStart implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TopologyStart.class);

    private final Runnable step;
    private final Duration patience;
    private final Duration pause;
    private volatile boolean running;

    TopologyStart(Runnable step, Duration patience, Duration pause) {
        this.step = step;
        this.patience = patience;
        this.pause = pause;
    }

    @Override
    public void start() {
        var deadline = System.nanoTime() + patience.toNanos();
        while (!succeeds(deadline)) rest();
        running = true;
    }

    private boolean succeeds(long deadline) {
        try {
            step.run();
            return true;
        } catch (RuntimeException e) {
            if (isAnswer(e) || System.nanoTime() - deadline > 0) throw e;
            LOG.warn("AWS does not answer yet: {}", e.getMessage());
            return false;
        }
    }

    /** Whatever AWS itself says, and whatever keeps us from asking, as missing credentials do, will not change. */
    private static boolean isAnswer(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .noneMatch(cause -> cause instanceof ApiCallTimeoutException
                        || cause instanceof ApiCallAttemptTimeoutException
                        || cause instanceof HttpException
                        || cause instanceof IOException);
    }

    private void rest() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while it waited for AWS", e);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
