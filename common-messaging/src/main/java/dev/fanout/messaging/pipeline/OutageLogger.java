package dev.fanout.messaging.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs that something does not answer: once when it begins, once when it is over. */
public final class OutageLogger {
    private static final Logger log = LoggerFactory.getLogger(OutageLogger.class);

    private final String what;
    private final Clock clock;
    private @Nullable Instant since;
    private long failures;

    /** @param what does not answer, as the log shall say it */
    public OutageLogger(String what, Clock clock) {
        this.what = what;
        this.clock = clock;
    }

    public synchronized void failed(String reason) {
        failures++;
        if (since != null) return;
        since = clock.instant();
        log.warn("{}: does not work; tried again, but not logged until it does: {}", what, reason);
    }

    public synchronized void worked() {
        if (since == null) return;
        var lasted = Duration.between(since, clock.instant());
        log.info("{}: works again, after {} s and {} failures", what, lasted.toSeconds(), failures);
        since = null;
        failures = 0;
    }
}
