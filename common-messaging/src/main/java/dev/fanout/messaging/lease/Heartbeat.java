package dev.fanout.messaging.lease;

import java.time.Duration;

/** Beats while an action runs. */
@FunctionalInterface
public interface Heartbeat {
    /** Calls {@code beat} every so often, until closed. */
    Beating start(Runnable beat, Duration every);

    /** A heart at work. */
    interface Beating extends AutoCloseable {
        @Override
        void close();
    }

    /** One virtual thread per running action. */
    static Heartbeat ofThreads() {
        return (beat, every) -> {
            var thread = Thread.ofVirtual().name("heartbeat").start(() -> {
                try {
                    while (true) {
                        Thread.sleep(every);
                        beat.run();
                    }
                } catch (InterruptedException _) {
                    // closed
                }
            });
            return thread::interrupt;
        };
    }
}
