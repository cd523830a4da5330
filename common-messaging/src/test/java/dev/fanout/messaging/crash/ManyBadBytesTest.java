package dev.fanout.messaging.crash;

import static dev.fanout.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.testing.Needs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** {@link BadBytesTest}'s messages, so many that whatever is kept of each would show. */
@Needs
@Tag("deep")
@Isolated("it measures the memory of the JVM")
class ManyBadBytesTest {
    private static final int HALF = 10_000;
    private static final long MAX_GROWTH = 40 << 20;

    @Test
    void nothing_is_kept_of_them() throws Exception {
        var bad = new BadBytesTest();
        var pipeline = bad.pipeline();
        bad.feed(pipeline, HALF);
        long halfway = used();
        bad.feed(pipeline, HALF);
        assertThat(bad.fates).containsKeys("done", "unreadable", "conflict", "too_old", "too_far_ahead");
        eventually(() -> assertThat(used() - halfway).as("memory that it keeps").isLessThan(MAX_GROWTH));
    }

    /** The engine's own memory included: it is in this process. */
    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
