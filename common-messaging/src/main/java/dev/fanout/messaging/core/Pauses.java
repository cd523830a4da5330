package dev.fanout.messaging.core;

import java.time.Duration;

/** Waits between two tries of a commit. Tests do not. */
@FunctionalInterface
public interface Pauses {
    void pause(Duration duration) throws InterruptedException;
}
