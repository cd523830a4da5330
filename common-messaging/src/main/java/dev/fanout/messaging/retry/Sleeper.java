package dev.fanout.messaging.retry;

import java.time.Duration;

/** Waits between two tries of a commit. Tests do not. */
@FunctionalInterface
public interface Sleeper {
    void pause(Duration duration) throws InterruptedException;
}
