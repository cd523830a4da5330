package dev.fanout.auditor.ledger;

import dev.fanout.auditor.anomaly.AuditorSettings;
import dev.fanout.auditor.window.ClosedUntil;
import dev.fanout.messaging.Backlog;
import dev.fanout.messaging.StateStore;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Closes windows by this auditor's own clock, and only when all that was sent to it is done: no claimed time closes
 * anything, and neither does an outage of ours.
 */
@Component
public class CloseWindows {
    private static final Logger log = LoggerFactory.getLogger(CloseWindows.class);

    private final Ledger ledger;
    private final AuditorSettings rules;
    private final StateStore state;
    private final Backlog backlog;
    private final Clock clock;
    private volatile Instant closedUntil = Instant.EPOCH;

    public CloseWindows(Ledger ledger, AuditorSettings rules, StateStore state, Backlog backlog, Clock clock) {
        this.ledger = ledger;
        this.rules = rules;
        this.state = state;
        this.backlog = backlog;
        this.clock = clock;
    }

    /** The windows that end by then are closed; the epoch, until this process has seen that its queue is done. */
    Instant closedUntil() {
        return closedUntil;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    public void closeDue() {
        if (!due(clock.instant()).isAfter(closedUntil)) return;
        var due = due(backlog.doneUntil());
        if (!due.isAfter(closedUntil)) return;
        try {
            closedUntil = state.change(ledger.closed(), ClosedUntil.NONE, closed -> closed.until(due)).until();
        } catch (RuntimeException e) {
            log.info("{}: windows until {} stay open for now: {}", ledger.auditor(), due, e.toString());
        }
    }

    /** The windows that end by then have had their time. */
    private Instant due(Instant now) {
        return rules.windowOf(now.minus(rules.lateness()));
    }
}
