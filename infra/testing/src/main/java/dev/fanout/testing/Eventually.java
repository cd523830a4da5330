package dev.fanout.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** The only way in which a test waits. */
public final class Eventually {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(20);

    private Eventually() {}

    /** Tries until the assertion holds; after 20 s its last failure is the test's. */
    public static void eventually(ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(LIMIT)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(POLL)
                .untilAsserted(assertion);
    }
}
